import { setTimeout as delay } from 'node:timers/promises';
import { AttemptStore } from '../../src/engine/jobs/attempt-store.js';
import { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import { PROJECT, startTestService, type TestService, videoResult } from '../support/service.js';

describe('the limits of one key', () => {
  let service: TestService;
  let queue: RenderQueue;
  let attempts: AttemptStore;

  beforeAll(async () => {
    service = await startTestService({ VIDEOCRAFT_LIMITS_WAITING_JOBS: '50' });
    queue = new RenderQueue(service.databaseUrl, () => {});
    await queue.start();
    attempts = new AttemptStore(service.dataSource, queue);
  }, 120_000);

  afterAll(async () => {
    await queue.stop(5_000);
    await service.close();
  }, 60_000);

  const SCOPES = ['videos:write', 'videos:read', 'jobs:read'];
  /** A key with limits, as `videocraft keys limit` sets them. */
  async function limitedKey(limits: Record<string, number>): Promise<{ id: string; key: string }> {
    const key = await service.key(...SCOPES);
    await service.dataSource.query('UPDATE api_keys SET limits = $2 WHERE id = $1', [
      key.id,
      JSON.stringify(limits),
    ]);
    return key;
  }
  const submit = (key: string, body: object = PROJECT) =>
    service.change('POST', '/videos', { key, body });
  async function finish(jobId: unknown, seconds: number): Promise<void> {
    const claim = (await attempts.claim(String(jobId), 'w'))!;
    const result = { ...videoResult(claim.jobId), durationSeconds: seconds };
    await attempts.complete(claim, result, [], []);
  }

  it('are shown with what the key uses', async () => {
    const { id, key } = await limitedKey({ runningJobs: 2, keptBytes: 1_000 });
    const [first] = [await submit(key), await submit(key)];
    await finish(first.json['job_id'], 1.5);
    const { status, json } = await service.call('/keys/me', { key });
    expect(status).toBe(200);
    expect(json.data).toMatchObject({
      id,
      scopes: SCOPES,
      limits: {
        waiting_jobs: 50,
        running_jobs: 2,
        daily_video_seconds: null,
        kept_bytes: 1_000,
        daily_config_bytes: 1_073_741_824,
        priority: 0,
      },
      usage: { waiting_jobs: 1, running_jobs: 0, daily_video_seconds: 1.5, kept_bytes: 11 },
    });
    const ends = Date.parse(json.data['day_ends_at'] as string);
    expect(ends % 86_400_000).toBe(0);
    expect((await service.call('/keys/me')).json.data).toMatchObject({
      id: 'admin',
      limits: { priority: 5, running_jobs: null },
    });
    expect((await service.call('/keys/me', { key: 'x' })).status).toBe(401);
  });

  it('are given when a key is created, changed by an administrator, and audited', async () => {
    const body = { name: 'news', scopes: SCOPES, limits: { running_jobs: 2, priority: 3 } };
    const created = await service.change('POST', '/keys', { body });
    const { id, key, limits } = created.json.data as Record<string, string>;
    const none = {
      ...{ waiting_jobs: null, running_jobs: null, daily_video_seconds: null },
      ...{ daily_voice_characters: null, kept_bytes: null, daily_config_bytes: null },
      ...{ asset_bytes: null, assets: null, priority: null },
    };
    expect([created.status, limits]).toEqual([201, { ...none, ...body.limits }]);
    const path = `/keys/${id}`;
    const patch = (changes: object, by?: string) =>
      service.change('PATCH', path, { body: { limits: changes }, ...(by && { key: by }) });
    const changed = await patch({ running_jobs: null, kept_bytes: 0, waiting_jobs: 1 });
    expect([changed.status, changed.json.data['limits']]).toEqual([
      200,
      { ...none, kept_bytes: 0, waiting_jobs: 1, priority: 3 },
    ]);
    expect((await service.call('/keys/me', { key: key! })).json.data['limits']).toMatchObject({
      ...{ waiting_jobs: 1, running_jobs: null, kept_bytes: null, priority: 3 },
    });
    expect((await submit(key!)).status).toBe(202);
    expect((await submit(key!)).status).toBe(429);
    const listed = (await service.call('/keys')).json.data['keys'] as { id: string }[];
    expect(listed.find((one) => one.id === id)).toMatchObject({ limits: { waiting_jobs: 1 } });
    const { json } = await service.call('/audit/events?limit=100');
    const events = json.data['events'] as { type: string; owner_id: string; data: object }[];
    expect(
      events
        .filter((one) => one.owner_id === id && one.type.startsWith('key.'))
        .map(({ type, data }) => [type, (data as { limits: object }).limits]),
    ).toEqual([
      ['key.limited', { kept_bytes: 0, waiting_jobs: 1, priority: 3 }],
      ['key.created', { running_jobs: 2, priority: 3 }],
    ]);
    expect((await patch({ priority: 5 }, key)).json['code']).toBe('INSUFFICIENT_SCOPE');
    await service.change('DELETE', path, {});
    expect((await patch({ priority: 5 })).json['code']).toBe('KEY_NOT_FOUND');
  });

  it.each<[object, string]>([
    [{ running_jobs: 201 }, '/limits/running_jobs'],
    [{ running_jobs: 1.5 }, '/limits/running_jobs'],
    [{ waiting_jobs: 0 }, '/limits/waiting_jobs'],
    [{ assets: '7' }, '/limits/assets'],
    [{ runningJobs: 2 }, '/limits/runningJobs'],
    [{ constructor: 2 }, '/limits/constructor'],
  ])('are refused by name: %j', async (limits, pointer) => {
    for (const [method, path] of [
      ['POST', '/keys'],
      ['PATCH', '/keys/0123456789abcdef'],
    ] as const) {
      const rest = method === 'POST' ? { name: 'news', scopes: SCOPES } : {};
      const { status, json } = await service.change(method, path, { body: { ...rest, limits } });
      expect([status, json['errors']]).toMatchObject([400, [{ pointer }]]);
    }
  });

  it('do not keep other keys waiting while submissions of a key wait for each other', async () => {
    const [busy, other] = [await limitedKey({}), await limitedKey({})];
    await submit(busy.key);
    // The first submission of another API process, which is slow.
    const slow = service.dataSource.createQueryRunner();
    await slow.startTransaction();
    await slow.query('SELECT 1 FROM key_usage WHERE key_id = $1 FOR UPDATE', [busy.id]);
    const waiting = Array.from({ length: 30 }, () => submit(busy.key));
    const states = () =>
      service.dataSource.query<unknown[]>(
        `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%key_usage%'`,
      );
    while ((await states()).length === 0) await delay(20);
    expect((await submit(other.key)).status).toBe(202);
    expect((await service.call('/keys/me', { key: other.key })).status).toBe(200);
    expect(await states()).toHaveLength(1);
    await slow.commitTransaction();
    await slow.release();
    const answers = await Promise.all(waiting);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
  });

  it('refuse jobs while the key keeps too many bytes, until it deletes videos', async () => {
    const { key } = await limitedKey({ keptBytes: 11 });
    const first = await submit(key);
    await finish(first.json['job_id'], 1);
    const refused = await submit(key);
    expect([refused.status, refused.json['code'], refused.json['details']]).toEqual([
      429,
      'RATE_LIMIT_EXCEEDED',
      'Expected at most 11 bytes of finished videos of an API key, but got 11. The operator sets the limit of this key with `videocraft keys limit` and --kept-bytes. Delete videos that you no longer need.',
    ]);
    expect(refused.headers.get('retry-after')).toBeNull();
    await service.change('DELETE', `/videos/${String(first.json['job_id'])}`, { key });
    expect((await submit(key)).status).toBe(202);
  });

  it('refuse jobs until the next day when enough seconds of video were finished', async () => {
    const { id, key } = await limitedKey({ dailyVideoSeconds: 60 });
    await finish((await submit(key)).json['job_id'], 61);
    const refused = await submit(key);
    expect([refused.status, refused.json['code']]).toEqual([429, 'RATE_LIMIT_EXCEEDED']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(86_400);
    await service.dataSource.query('UPDATE key_counts SET day = day - 1 WHERE key_id = $1', [id]);
    expect((await submit(key)).status).toBe(202);
  });

  it('hold for requests at the same time together', async () => {
    const { id, key } = await limitedKey({ waitingJobs: 3 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => submit(key)));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
    const rows = await service.dataSource.query<object[]>('SELECT 1 FROM jobs WHERE key_id = $1', [
      id,
    ]);
    expect(rows).toHaveLength(3);
  });

  it('bound the priority of a job, wherever the request has it', async () => {
    const { key } = await limitedKey({ priority: 2 });
    const config = { ...PROJECT, priority: 2 };
    const created = await submit(key, config);
    expect(created.status).toBe(202);
    const job = await service.call(`/jobs/${String(created.json['job_id'])}`, { key });
    expect(job.json.data).toMatchObject({ priority: 2, queue_position: 1 });
    const high = await submit(key, { ...PROJECT, priority: 3 });
    expect([high.status, high.json['errors']]).toEqual([
      400,
      [
        {
          pointer: '/priority',
          message:
            'Expected at most 2 as the priority of a job, but got 3. The operator sets the limit of this key with `videocraft keys limit` and --priority.',
        },
      ],
    ]);
    const wrong = await submit(key, { ...PROJECT, priority: 6 });
    expect(wrong.json['errors']).toEqual([
      {
        pointer: '/priority',
        message: 'Expected "priority" to be a whole number from -5 to 5, but got 6.',
      },
    ]);

    const batch = await service.change('POST', '/videos/batch', {
      key,
      body: { config, priority: -1, items: [{}, { priority: 1 }] },
    });
    const ids = batch.json.data['job_ids'] as string[];
    const priorities = await Promise.all(
      ids.map(async (id) => (await service.call(`/jobs/${id}`, { key })).json.data['priority']),
    );
    expect(priorities).toEqual([-1, 1]);
  });

  it('bound the work of a batch as a whole', async () => {
    const { key } = await limitedKey({});
    const long = { ...PROJECT, scenes: [{ duration: 3_600 }] };
    const body = { config: long, items: Array.from({ length: 50 }, () => ({})) };
    expect((await service.change('POST', '/videos/batch', { key, body })).status).toBe(202);
    const scenes = Array.from({ length: 100 }, () => ({ duration: 3_600 }));
    const much = await service.change('POST', '/videos/batch', {
      key,
      body: {
        config: { ...PROJECT, fps: 24, scenes },
        items: Array.from({ length: 12 }, () => ({})),
      },
    });
    expect([much.status, much.json['errors']]).toEqual([
      400,
      [
        {
          pointer: '/items',
          message:
            'The videos of the batch have more than 100000000 frames in all shapes of the video in total. Send fewer items.',
        },
      ],
    ]);
  });
});
