import { setTimeout as delay } from 'node:timers/promises';
import { AttemptStore } from '../../src/engine/jobs/attempt-store.js';
import { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import { MAX_STREAMS_PER_KEY } from '../../src/jobs/job-events.service.js';
import { type EventSource, openEventSource } from '../support/event-source.js';
import { PROJECT, startTestService, type TestService, videoResult } from '../support/service.js';
import { auditLog } from '../support/database.js';

/** Limits the wait for something that must end at once. The machine can be slow and shared. */
const PATIENCE_MS = 10_000;

let service: TestService;
let queue: RenderQueue;
let attempts: AttemptStore;
let ann: { id: string; key: string };
let bob: { id: string; key: string };
const open: EventSource[] = [];

beforeAll(async () => {
  service = await startTestService();
  queue = new RenderQueue(service.databaseUrl, () => {});
  await queue.start();
  attempts = new AttemptStore(service.dataSource, queue);
  ann = await service.key('videos:write', 'jobs:read', 'jobs:cancel');
  bob = await service.key('jobs:read');
}, 120_000);

afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});

afterAll(async () => {
  await queue.stop(5_000);
  await service.close();
}, 60_000);

async function create(): Promise<string> {
  const made = await service.change('POST', '/videos', { key: ann.key, body: PROJECT });
  return made.json['job_id'] as string;
}

async function follow(
  id: string,
  headers: Record<string, string> = {},
  key = ann.key,
): Promise<EventSource> {
  const url = `${service.url}/api/v1/jobs/${id}/events`;
  const stream = await openEventSource(url, { Authorization: `Bearer ${key}`, ...headers });
  open.push(stream);
  return stream;
}

async function until(what: string, condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`not within 5 s: ${what}`);
    await delay(20);
  }
}

const names = (stream: EventSource) => stream.events.map(({ event }) => event);
const stored = (stream: EventSource) => stream.events.filter(({ id }) => id !== null);

describe('GET /jobs/{id}/events as JSON', () => {
  it('lists the audit trail, oldest first', async () => {
    const id = await create();
    const claim = (await attempts.claim(id, 'w'))!;
    await attempts.report(claim, { progress: 1, step: 'fetch', steps: [] });
    await attempts.report(claim, { progress: 2, step: 'fetch', steps: [] });
    await attempts.report(claim, { progress: 20, step: 'segments', steps: [] });
    await attempts.release(claim, null, { reason: 'stopped' });
    const answer = await service.call(`/jobs/${id}/events`, { key: ann.key });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('vary')).toContain('Accept');
    expect(answer.json).toMatchObject({ success: true, data: { job_id: id } });
    const events = answer.json.data['events'] as Record<string, unknown>[];
    expect(events.map(({ type }) => type)).toEqual([
      'job.accepted',
      'job.started',
      'job.step',
      'job.step',
      'job.handed_back',
    ]);
    expect(events[0]).toEqual({
      id: expect.stringMatching(/^\d+$/) as string,
      type: 'job.accepted',
      job_id: id,
      key_id: ann.id,
      owner_id: ann.id,
      request_id: expect.stringMatching(/^req_/) as string,
      data: {},
      created_at: expect.stringMatching(/^20.*Z$/) as string,
    });
    expect(events[3]!['data']).toEqual({ step: 'segments', attempt: 1 });
  });

  it.each(['*/*', 'application/json', 'text/event-stream;q=0.5, application/json', 'image/png'])(
    'is the response to %s',
    async (accept) => {
      const id = await create();
      const answer = await service.call(`/jobs/${id}/events`, {
        key: ann.key,
        headers: { Accept: accept },
      });
      expect(answer.json.data['job_id']).toBe(id);
    },
  );
});

describe('GET /jobs/{id}/events as a stream', () => {
  it('sends past and new events, and ends after the final event', async () => {
    const id = await create();
    const stream = await follow(id);
    expect(stream.status).toBe(200);
    expect(stream.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    expect(stream.headers['x-request-id']).toBeTruthy();
    await until('the first', () => stream.events.length === 2);
    expect(names(stream)).toEqual(['job.accepted', 'progress']);

    const claim = (await attempts.claim(id, 'w'))!;
    await attempts.report(claim, { progress: 10, step: 'fetch', steps: [] });
    await until('the step', () => names(stream).includes('job.step'));
    await attempts.report(claim, { progress: 42.5, step: 'fetch', steps: [] });
    await until('the progress', () => stream.events.at(-1)?.data['progress'] === 42.5);
    expect(stream.events.at(-1)).toEqual({
      id: null,
      event: 'progress',
      data: {
        job_id: id,
        status: 'processing',
        progress: 42.5,
        current_step: 'fetch',
        attempt: 1,
      },
    });
    await attempts.complete(claim, videoResult('x'), [], []);
    await stream.ended;
    expect(stored(stream).map(({ event }) => event)).toEqual([
      'job.accepted',
      'job.started',
      'job.step',
      'job.completed',
    ]);
    expect(stream.events.at(-1)!.data).toMatchObject({ status: 'completed', progress: 100 });
    const trail = await auditLog(service.dataSource).ofJob(id);
    expect(stored(stream).map((event) => event.id)).toEqual(trail.map((event) => event.id));
    // Progress is sent but not stored.
    expect(trail).toHaveLength(4);
  });

  it('resumes after the last received event', async () => {
    const id = await create();
    const claim = (await attempts.claim(id, 'w'))!;
    const [accepted, started] = await auditLog(service.dataSource).ofJob(id);
    const first = await follow(id, { 'Last-Event-ID': accepted!.id });
    await until('the rest', () => stored(first).length === 1);
    expect(stored(first)[0]!.id).toBe(started!.id);
    first.close();
    await attempts.fail(
      claim,
      Object.assign(new Error('x'), { code: 'RENDER_FAILED' }) as never,
      [],
    );
    const second = await follow(id, { 'Last-Event-ID': started!.id });
    await second.ended;
    expect(stored(second).map(({ event }) => event)).toEqual(['job.failed']);
  });

  it('returns 204 to a browser that reconnects after the end', async () => {
    const id = await create();
    await service.change('POST', `/jobs/${id}/cancel`, { key: ann.key });
    const whole = await follow(id);
    await whole.ended;
    expect(stored(whole).map(({ event }) => event)).toEqual(['job.accepted', 'job.cancelled']);
    const again = await follow(id, { 'Last-Event-ID': stored(whole).at(-1)!.id! });
    await again.ended;
    expect([again.status, again.text()]).toEqual([204, '']);
  });

  it('sends all events to every client, whenever it connects', async () => {
    const id = await create();
    const early = await follow(id);
    await until('the first', () => early.events.length > 0);
    await attempts.claim(id, 'w');
    await until('the claim', () => names(early).includes('job.started'));
    const late = await follow(id);
    await service.change('POST', `/jobs/${id}/cancel`, { key: ann.key });
    await Promise.all([early.ended, late.ended]);
    const ids = (stream: EventSource) => stored(stream).map((event) => event.id);
    expect(ids(late)).toEqual(ids(early));
    expect(stored(late)).toHaveLength(3);
  });

  it('ends within about a second when its key expires', async () => {
    const id = await create();
    for (const [method, path] of [
      ['DELETE', ''],
      ['POST', '/rotate'],
    ] as const) {
      const key = await service.key('jobs:read', 'admin');
      const stream = await follow(id, {}, key.key);
      await until('the first', () => stream.events.length > 0);
      const since = performance.now();
      await service.change(method, `/keys/${key.id}${path}`);
      await stream.ended;
      expect(performance.now() - since).toBeLessThan(PATIENCE_MS);
    }
  });

  it('limits the streams of a key, and releases them on disconnect', async () => {
    const id = await create();
    const streams = await Promise.all(
      Array.from({ length: MAX_STREAMS_PER_KEY }, () => follow(id)),
    );
    const refused = await service.call(`/jobs/${id}/events`, {
      key: ann.key,
      headers: { Accept: 'text/event-stream' },
    });
    expect([refused.status, refused.json['code']]).toEqual([429, 'RATE_LIMIT_EXCEEDED']);
    expect(refused.headers.get('retry-after')).toBeTruthy();
    // The streams of an administrator are counted separately.
    const other = await follow(id, {}, 'the-configured-key');
    expect(other.status).toBe(200);
    for (const stream of streams) stream.close();
    const deadline = performance.now() + 5_000;
    while ((await follow(id)).status !== 200) expect(performance.now()).toBeLessThan(deadline);
  });

  it('sends no database query without clients', async () => {
    const id = await create();
    const stream = await follow(id);
    await until('the first', () => stream.events.length > 0);
    stream.close();
    await delay(300);
    const queries = async () => {
      const [row] = await service.dataSource.query<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM pg_stat_activity
         WHERE application_name = 'videocraft' AND query LIKE '%unnest($1::uuid[]%'
           AND query_start > now() - interval '700 milliseconds' AND pid <> pg_backend_pid()`,
      );
      return row!.n;
    };
    await delay(1_500);
    expect(await queries()).toBe(0);
  });

  it.each(['x', '-1', '1.5', '1;2', '99999999999999999999', '%31'])(
    'rejects the Last-Event-ID %s',
    async (id) => {
      const answer = await service.call(`/jobs/${await create()}/events`, {
        key: ann.key,
        headers: { Accept: 'text/event-stream', 'Last-Event-ID': id },
      });
      expect([answer.status, answer.json['code']]).toEqual([400, 'VALIDATION_ERROR']);
    },
  );

  it("is closed to other clients' keys and to keys without the scope", async () => {
    const id = await create();
    const headers = { Accept: 'text/event-stream' };
    const foreign = await service.call(`/jobs/${id}/events`, { key: bob.key, headers });
    expect([foreign.status, foreign.json['code']]).toEqual([404, 'JOB_NOT_FOUND']);
    const unscoped = await service.key('videos:read');
    const refused = await service.call(`/jobs/${id}/events`, { key: unscoped.key, headers });
    expect(refused.status).toBe(403);
  });

  it('answers HEAD and closes', async () => {
    const id = await create();
    const { status } = await service.call(`/jobs/${id}/events`, {
      key: ann.key,
      method: 'HEAD',
      headers: { Accept: 'text/event-stream' },
    });
    expect(status).toBe(200);
  });

  it('continues after the database connections were lost', async () => {
    const id = await create();
    const stream = await follow(id);
    await until('the first', () => stream.events.length > 0);
    await service.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'videocraft' AND pid <> pg_backend_pid()`,
    );
    await attempts.claim(id, 'w');
    await until('the claim', () => names(stream).includes('job.started'));
    expect(stored(stream).map(({ event }) => event)).toEqual(['job.accepted', 'job.started']);
  });

  it('ends its streams when the service stops, and stops at once', async () => {
    const id = await create();
    const stream = await follow(id);
    await until('the first', () => stream.events.length > 0);
    const since = performance.now();
    await service.stopApi();
    await stream.ended;
    expect(performance.now() - since).toBeLessThan(PATIENCE_MS);
  });
});
