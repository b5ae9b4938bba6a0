import { setTimeout as delay } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { loadConfig } from '../../src/config/load-config.js';
import { JobFailure } from '../../src/core/job/job-failure.js';
import { AttemptStore } from '../../src/engine/jobs/attempt-store.js';
import { JobStore } from '../../src/engine/jobs/job-store.js';
import { deleteOutgoing } from '../../src/engine/outgoing/outgoing-store.js';
import { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import { PROJECT, startTestService, type TestService, videoResult } from '../support/service.js';
import { startReceiver, type WebhookReceiver } from '../support/webhook-receiver.js';

const MAKER = ['videos:write', 'videos:read', 'jobs:read', 'jobs:cancel'] as const;

let service: TestService;
let receiver: WebhookReceiver;
let queue: RenderQueue;
let attempts: AttemptStore;
let ann: { id: string; key: string };
let bob: { id: string; key: string };

beforeAll(async () => {
  receiver = await startReceiver();
  service = await startTestService({
    VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: receiver.host,
    VIDEOCRAFT_WEBHOOKS_TIMEOUT_SECONDS: '2',
  });
  queue = new RenderQueue(service.databaseUrl, () => {});
  await queue.start();
  attempts = new AttemptStore(service.dataSource, queue);
  ann = await service.key(...MAKER);
  bob = await service.key(...MAKER);
}, 120_000);

afterAll(async () => {
  await queue.stop(5_000);
  await service.close();
  await receiver.close();
}, 60_000);

const change = (method: string, path: string, body?: unknown, key = ann.key) =>
  service.change(method, path, { key, ...(body === undefined ? {} : { body }) });

async function create(config: object, key = ann.key): Promise<string> {
  const answer = await change('POST', '/videos', { ...PROJECT, ...config }, key);
  expect([answer.status, answer.text]).toEqual([202, expect.any(String)]);
  return answer.json['job_id'] as string;
}

async function complete(id: string): Promise<void> {
  const claim = (await attempts.claim(id, 'w'))!;
  expect(await attempts.complete(claim, videoResult(`${id}-1`), [], ['a warning'])).toBe(true);
}

type Delivery = Record<string, unknown> & { id: string };

async function deliveries(query: string, key = ann.key): Promise<Delivery[]> {
  const answer = await service.call(`/webhooks/deliveries?${query}`, { key });
  expect(answer.status).toBe(200);
  return answer.json.data['deliveries'] as Delivery[];
}

/** Waits until the only webhook of a job is in a state. */
async function settled(jobId: string, state: string): Promise<Delivery> {
  for (;;) {
    const [one] = await deliveries(`job_id=${jobId}`);
    if (one?.['state'] === state) return one;
    await delay(50);
  }
}

const webhook = (path: string, events?: string[]) => ({
  webhook: { url: `${receiver.url}${path}`, ...(events ? { events } : {}) },
});

const CREDENTIALS = 'user:pass';

describe('the webhook of a job', () => {
  it('gets a signed event with the client data when the job is completed', async () => {
    const { secret } = (await change('POST', '/webhooks/secret', {})).json.data as {
      secret: string;
    };
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const clientData = { order: 17, note: 'Grüße {{x}}' };
    const id = await create({ ...webhook('/done'), 'client-data': clientData, filename: 'Häfen' });
    await complete(id);
    const [request] = await receiver.wait('/done');
    const event = new Webhook(secret).verify(request!.body, request!.headers) as typeof request;
    expect(event).toEqual(request!.json);
    expect(request!.headers['content-type']).toBe('application/json');
    expect(request!.json).toMatchObject({
      type: 'job.completed',
      data: {
        job_id: id,
        status: 'completed',
        client_data: clientData,
        warnings: ['a warning'],
        error: null,
        video: { duration_seconds: 1, width: 64, size_bytes: 5 },
        deliveries: [],
      },
    });
    expect(request!.json.data.video!.url).toMatch(/^\/api\/v1\/links\/.*\/H%C3%A4fen\.mp4$/);
    const job = await service.call(`/jobs/${id}`, { key: ann.key });
    expect(job.json.data).toMatchObject({ client_data: clientData, deliveries: [] });
    const logged = await settled(id, 'delivered');
    expect(logged).toMatchObject({
      event: 'job.completed',
      origin: 'job',
      attempts: 1,
      webhook_id: request!.headers['webhook-id'],
      last_attempt: { status: 204, error: null },
      next_attempt_at: null,
    });
  }, 30_000);

  it('is told of failures and cancellations, and only of events that it wants', async () => {
    const failed = await create(webhook('/ends'));
    const claim = (await attempts.claim(failed, 'w'))!;
    await attempts.fail(claim, new JobFailure('SOURCE_NOT_FOUND', 'No file.', '/scenes/0'), null);
    const cancelled = await create(webhook('/ends'));
    await change('POST', `/jobs/${cancelled}/cancel`);
    const deleted = await create(webhook('/ends'));
    await change('DELETE', `/videos/${deleted}`);
    const unheard = await create(webhook('/ends', ['job.failed']));
    await complete(unheard);
    const requests = await receiver.wait('/ends', 3);
    const types = new Map(requests.map(({ json }) => [json.data.job_id, json.type]));
    expect(types).toEqual(
      new Map([
        [failed, 'job.failed'],
        [cancelled, 'job.cancelled'],
        [deleted, 'job.cancelled'],
      ]),
    );
    const failure = requests.find(({ json }) => json.type === 'job.failed')!.json.data;
    expect(failure).toMatchObject({
      error: 'No file.',
      error_code: 'SOURCE_NOT_FOUND',
      error_pointer: '/scenes/0',
      video: null,
    });
    expect(await deliveries(`job_id=${unheard}`)).toEqual([]);
  }, 30_000);

  it('can come from a template, whose values may name it', async () => {
    const config = { ...PROJECT, webhook: { url: `${receiver.url}/{{ path }}` } };
    const body = { name: 'told', config };
    const made = await change('POST', '/templates', body);
    const template = made.json.data['id'] as string;
    const answer = await change('POST', '/videos', { template, variables: { path: 'filled' } });
    expect(answer.status).toBe(202);
    await complete(answer.json['job_id'] as string);
    expect((await receiver.wait('/filled'))[0]!.json.type).toBe('job.completed');
  }, 30_000);

  it('is one of JSON2Video, with a warning about what it gets', async () => {
    const exports = [
      {
        destinations: [
          { type: 'webhook', endpoint: `${receiver.url}/j2v`, 'content-type': 'json' },
        ],
      },
    ];
    const id = await create({ exports });
    await complete(id);
    const [request] = await receiver.wait('/j2v');
    expect(request!.json.data.warnings).toEqual([
      expect.stringContaining('not the payload of JSON2Video'),
      'a warning',
    ]);
    const wrong = [
      { destinations: [{ type: 'webhook', endpoint: 'https://user:secret@h.example/' }] },
    ];
    const refused = await change('POST', '/videos', { ...PROJECT, exports: wrong });
    expect([refused.status, refused.json['errors']]).toEqual([
      400,
      [expect.objectContaining({ pointer: '/exports/0/destinations/0/endpoint' })],
    ]);
  }, 30_000);

  it.each([
    [{ url: 'ftp://example.com/x' }, '/webhook/url'],
    [{ url: `https://${CREDENTIALS}@example.com/` }, '/webhook/url'],
    [{ url: 'https://example.com/', events: [] }, '/webhook/events'],
    [{ url: 'https://example.com/', events: ['job.done'] }, '/webhook/events/0'],
    [{ endpoint: 'https://example.com/' }, '/webhook/endpoint'],
  ])('is refused if it is %j', async (given, pointer) => {
    const { status, json } = await change('POST', '/videos', { ...PROJECT, webhook: given });
    expect([status, json['errors']]).toEqual([
      400,
      expect.arrayContaining([expect.objectContaining({ pointer })]),
    ]);
  });
});

describe('the webhook of a key', () => {
  it('has requests that need no body, like {}', async () => {
    const secret = await change('POST', '/webhooks/secret');
    expect([secret.status, secret.json.data['secret']]).toEqual([
      200,
      expect.stringMatching(/^whsec_/),
    ]);
    const ping = await change('POST', '/webhooks/ping');
    expect([ping.status, ping.json['code']]).toEqual([409, 'WEBHOOK_NOT_SET']);
    const set = await change('PUT', '/webhooks');
    const message = 'The request has no body. Expected a JSON object, such as {}.';
    expect([set.status, set.json['errors']]).toEqual([400, [{ pointer: '', message }]]);
  });

  it('is told of all jobs of the key, once if a job has the same, and of batches', async () => {
    const url = `${receiver.url}/key`;
    expect((await change('PUT', '/webhooks', { url })).json.data['webhook']).toMatchObject({ url });
    const own = await create({});
    const both = await create(webhook('/key'));
    const foreign = await create({}, bob.key);
    for (const id of [own, both, foreign]) await complete(id);
    const items = [{ variables: {} }, { variables: {} }];
    const batch = await change('POST', '/videos/batch', {
      config: PROJECT,
      items,
      webhook: { url: `${receiver.url}/batch` },
    });
    const ids = batch.json.data['job_ids'] as string[];
    await complete(ids[0]!);
    await change('POST', `/batches/${batch.json.data['batch_id'] as string}/cancel`);
    const [ended] = await receiver.wait('/batch');
    expect(ended!.json).toMatchObject({
      type: 'batch.completed',
      data: { size: 2, counts: { completed: 1, cancelled: 1 } },
    });
    const requests = await receiver.wait('/key', 5);
    const told = requests.map(({ json }) => `${json.type} ${json.data.job_id ?? ''}`).sort();
    expect(told).toEqual(
      [
        `job.completed ${own}`,
        `job.completed ${both}`,
        `job.completed ${ids[0]}`,
        `job.cancelled ${ids[1]}`,
        'batch.completed ',
      ].sort(),
    );
    expect((await change('DELETE', '/webhooks')).json.data['webhook']).toBeNull();
  }, 30_000);

  it('is not told of jobs with stills, which are looks at a draft, but their own webhook is', async () => {
    await change('PUT', '/webhooks', { url: `${receiver.url}/drafts` });
    const still = await create({ stills: [0] });
    const told = await create({ stills: [0], ...webhook('/look') });
    const video = await create({});
    for (const id of [still, told, video]) await complete(id);
    expect((await receiver.wait('/look'))[0]!.json.data.job_id).toBe(told);
    const requests = await receiver.wait('/drafts');
    expect(requests.map(({ json }) => json.data.job_id)).toEqual([video]);
    expect(await deliveries(`job_id=${still}`)).toEqual([]);
    await change('DELETE', '/webhooks');
  }, 30_000);

  it('is stopped by 410, and set again by hand', async () => {
    receiver.replies.set('/gone', (res) => res.writeHead(410).end('Gone'));
    await change('PUT', '/webhooks', { url: `${receiver.url}/gone`, events: ['job.completed'] });
    const id = await create({});
    await complete(id);
    expect(await settled(id, 'failed')).toMatchObject({ attempts: 1, origin: 'key' });
    for (;;) {
      const { webhook: own } = (await service.call('/webhooks', { key: ann.key })).json.data as {
        webhook: Record<string, unknown>;
      };
      if (own['disabled_at'] !== null) {
        expect(own['disabled_reason']).toContain('410');
        break;
      }
      await delay(50);
    }
    const silent = await create({});
    await complete(silent);
    expect(await deliveries(`job_id=${silent}`)).toEqual([]);
    const again = await change('PUT', '/webhooks', { url: `${receiver.url}/key2` });
    expect(again.json.data['webhook']).toMatchObject({ disabled_at: null });
    await change('DELETE', '/webhooks');
  }, 30_000);

  it('replaces its secret with two valid signatures in between', async () => {
    const rotate = async (overlap_seconds: number) =>
      (await change('POST', '/webhooks/secret', { overlap_seconds })).json.data['secret'] as string;
    const [first, second] = [await rotate(0), await rotate(600)];
    const ping = async () => {
      const before = receiver.of('/secret').length;
      await change('POST', '/webhooks/ping', { url: `${receiver.url}/secret` });
      return (await receiver.wait('/secret', before + 1)).at(-1)!;
    };
    const both = await ping();
    for (const secret of [first, second]) new Webhook(secret).verify(both.body, both.headers);
    expect(both.json.type).toBe('ping');
    const third = await rotate(0);
    const last = await ping();
    new Webhook(third).verify(last.body, last.headers);
    for (const secret of [first, second]) {
      expect(() => new Webhook(secret).verify(last.body, last.headers)).toThrow(
        'No matching signature found',
      );
    }
    const info = await service.call('/webhooks', { key: ann.key });
    expect(info.json.data['secrets']).toHaveLength(1);
    expect(info.text).not.toContain('whsec_');
  }, 30_000);
});

describe('an attempt that fails', () => {
  it('is repeated with the same ID, and shows in the log', async () => {
    receiver.replies.set('/flaky', (res, nth) =>
      nth === 1
        ? res.writeHead(503, { 'retry-after': '1' }).end('Later\u0000, please')
        : res.writeHead(200).end('ok'),
    );
    const id = await create(webhook('/flaky'));
    await complete(id);
    const requests = await receiver.wait('/flaky', 2);
    const ids = requests.map(({ headers }) => headers['webhook-id']);
    expect(ids[0]).toBe(ids[1]);
    expect(requests[0]!.json.timestamp).toBe(requests[1]!.json.timestamp);
    const { id: deliveryId } = await settled(id, 'delivered');
    const { json } = await service.call(`/webhooks/deliveries/${deliveryId}`, { key: ann.key });
    expect(json.data['log']).toMatchObject([
      { status: 503, error: 'The receiver answered with status 503.', answer: 'Later, please' },
      { status: 200, error: null, answer: 'ok' },
    ]);
    await change('POST', `/webhooks/deliveries/${deliveryId}/replay`);
    const replayed = await receiver.wait('/flaky', 3);
    expect(replayed[2]!.headers['webhook-id']).toBe(ids[0]);
    await settled(id, 'delivered');
  }, 60_000);

  it.each<[what: string, path: string, expected: object]>([
    ['redirects', '/redirect', { status: 302, error: expect.stringContaining('redirects') }],
    ['does not answer', '/silent', { status: null, error: expect.stringContaining('2 s') }],
    ['switches protocols', '/upgrade', { status: null }],
    ['closes the connection', '/close', { status: null, error: expect.any(String) }],
  ])(
    'waits for the next one if the receiver %s',
    async (_what, path, expected) => {
      receiver.replies.set('/redirect', (res) =>
        res.writeHead(302, { location: `${receiver.url}/elsewhere` }).end(),
      );
      receiver.replies.set('/silent', () => {});
      receiver.replies.set('/upgrade', (res) =>
        res.socket!.write(
          'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
        ),
      );
      receiver.replies.set('/close', (res) => void res.socket!.destroy());
      const id = await create(webhook(path));
      await complete(id);
      await receiver.wait(path);
      for (;;) {
        const [one] = await deliveries(`job_id=${id}`);
        if (one?.['attempts'] === 1) {
          expect(one).toMatchObject({ state: 'pending', last_attempt: expected });
          break;
        }
        await delay(50);
      }
      expect(receiver.of('/elsewhere')).toEqual([]);
    },
    30_000,
  );

  it('counts an answer that never ends by its status, and keeps only its beginning', async () => {
    receiver.replies.set('/endless', (res) => {
      res.writeHead(200);
      const timer = setInterval(() => res.write('x'.repeat(1_000)), 5);
      res.on('close', () => clearInterval(timer));
    });
    const id = await create(webhook('/endless'));
    await complete(id);
    const one = await settled(id, 'delivered');
    expect((one['last_attempt'] as { answer: string }).answer).toHaveLength(512);
  }, 30_000);

  it('does not reach private addresses, and says no more than of a host that does not exist', async () => {
    const urls = [
      'http://127.0.0.1:1/',
      'http://169.254.169.254/',
      'http://[::1]/',
      'http://no.invalid/',
    ];
    const outcomes = [];
    for (const url of urls) {
      const ping = await change('POST', '/webhooks/ping', { url });
      const id = ping.json.data['id'] as string;
      for (;;) {
        const { data } = (await service.call(`/webhooks/deliveries/${id}`, { key: ann.key })).json;
        if (data['state'] === 'failed') {
          outcomes.push((data['last_attempt'] as { error: string }).error);
          break;
        }
        await delay(50);
      }
    }
    expect(outcomes[0]).toContain('ports');
    expect(new Set(outcomes.slice(1)).size).toBe(1);
    expect(outcomes[1]).toContain('VIDEOCRAFT_SOURCES_ALLOWED_HOSTS');
  }, 30_000);
});

describe('slow receivers of a key', () => {
  // It takes time until they have failed, so that nobody waits for them here.
  afterAll(() =>
    service.dataSource.query(`UPDATE outgoing SET state = 'failed' WHERE target LIKE '%/slow'`),
  );

  it('do not hold up those of others', async () => {
    let most = 0;
    let running = 0;
    receiver.replies.set('/slow', (res) => {
      most = Math.max(most, ++running);
      res.on('close', () => running--);
    });
    for (let count = 0; count < 20; count++) await complete(await create(webhook('/slow')));
    await receiver.wait('/slow');
    const id = await create({ webhook: { url: `${receiver.url}/quick` } }, bob.key);
    await complete(id);
    await receiver.wait('/quick');
    // Two of a key and a host.
    expect(most).toBeLessThanOrEqual(2);
    const open = await deliveries('state=pending&limit=100');
    expect(open.filter(({ url }) => String(url).endsWith('/slow')).length).toBeGreaterThan(10);
  }, 60_000);
});

describe('what is stored', () => {
  it('is nothing if the change of the job is rolled back', async () => {
    const id = await create(webhook('/rolled-back'));
    await service.dataSource
      .transaction(async (manager) => {
        await manager.query(
          `UPDATE jobs SET status = 'completed', result = $2, finished_at = now() WHERE id = $1`,
          [id, JSON.stringify(videoResult(id))],
        );
        throw new Error('The process dies.');
      })
      .catch(() => {});
    expect(await deliveries(`job_id=${id}`)).toEqual([]);
    const store = new JobStore(service.dataSource, queue, loadConfig({}));
    await store.cancel(id, { keyId: ann.id, requestId: null });
    await receiver.wait('/rolled-back');
    expect(receiver.of('/rolled-back').map(({ json }) => json.type)).toEqual(['job.cancelled']);
  }, 30_000);

  it('is not sent for a key that was revoked', async () => {
    const { id, key } = await service.key(...MAKER);
    const job = await create(webhook('/revoked'), key);
    await service.change('DELETE', `/keys/${id}`);
    await complete(job);
    for (;;) {
      const [row] = await service.dataSource.query<{ state: string; log: { error: string }[] }[]>(
        'SELECT state, log FROM outgoing WHERE job_id = $1',
        [job],
      );
      if (row?.state === 'failed') {
        expect(row.log[0]!.error).toBe('The key was revoked.');
        break;
      }
      await delay(50);
    }
    expect(receiver.of('/revoked')).toEqual([]);
  }, 30_000);

  it('is listed by cursor, and only for its key', async () => {
    const first = await service.call('/webhooks/deliveries?limit=2', { key: ann.key });
    const { next_cursor: cursor } = first.json.data['pagination'] as { next_cursor: string };
    const second = await deliveries(`limit=2&cursor=${cursor}`);
    const ids = [...(first.json.data['deliveries'] as Delivery[]), ...second].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    const [foreign] = await deliveries('limit=1', bob.key);
    const path = `/webhooks/deliveries/${foreign!.id}`;
    expect((await service.call(path, { key: ann.key })).status).toBe(404);
    expect((await change('POST', `${path}/replay`)).status).toBe(404);
    expect((await service.call('/webhooks/deliveries?state=lost', { key: ann.key })).status).toBe(
      400,
    );
  });

  it('is removed from the log some days after it ended', async () => {
    const add = async (state: string, days: number) => {
      const [row] = await service.dataSource.query<[{ id: string }]>(
        `INSERT INTO outgoing (kind, key_id, event, origin, target, queued, state, finished_at, next_attempt_at)
         VALUES ('webhook', $1, 'ping', 'ping', 'http://127.0.0.1/', true, $2,
           CASE WHEN $2 <> 'pending' THEN now() - $3 * interval '1 day' END, now() + interval '1 day')
         RETURNING id`,
        [ann.id, state, days],
      );
      return row.id;
    };
    const [old, recent, open] = [
      await add('failed', 31),
      await add('delivered', 29),
      await add('pending', 40),
    ];
    await service.dataSource.transaction((manager) => deleteOutgoing(manager, 30, 100));
    const statusOf = async (id: string) =>
      (await service.call(`/webhooks/deliveries/${id}`, { key: ann.key })).status;
    expect([await statusOf(old), await statusOf(recent), await statusOf(open)]).toEqual([
      404, 200, 200,
    ]);
  });

  it('is recorded in the audit trail without the address', async () => {
    const { json, text } = await service.call('/audit/events?limit=100&type=webhook.set');
    expect((json.data['events'] as unknown[]).length).toBeGreaterThan(0);
    expect(text).toContain(receiver.host);
    expect(text).not.toContain('/gone');
  });
});
