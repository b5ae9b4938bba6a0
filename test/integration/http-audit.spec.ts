import { AttemptStore } from '../../src/engine/jobs/attempt-store.js';
import { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import { PROJECT, startTestService, type TestService, videoResult } from '../support/service.js';

interface Event {
  readonly id: string;
  readonly type: string;
  readonly job_id: string | null;
  readonly key_id: string;
  readonly owner_id: string;
  readonly request_id: string | null;
  readonly data: Record<string, unknown>;
  readonly created_at: string;
}

let service: TestService;
let ann: { id: string; key: string };
let bob: { id: string; key: string };
let annJob: string;
let bobJob: string;
let queue: RenderQueue;

beforeAll(async () => {
  service = await startTestService();
  queue = new RenderQueue(service.databaseUrl, () => {});
  await queue.start();
  const attempts = new AttemptStore(service.dataSource, queue);
  const scopes = ['videos:write', 'videos:read', 'jobs:read', 'jobs:cancel', 'audit:read'];
  ann = await service.key(...scopes);
  bob = await service.key(...scopes);
  annJob = await create(ann.key, 'req-of-ann');
  bobJob = await create(bob.key, 'req-of-bob');
  const claim = (await attempts.claim(annJob, 'w'))!;
  await attempts.report(claim, { progress: 1, step: 'fetch', steps: [] });
  await attempts.complete(claim, videoResult('x'), [], []);
  // An administrator cancels Bob's job.
  await service.change('POST', `/jobs/${bobJob}/cancel`, {
    headers: { 'X-Request-ID': 'req-of-admin' },
  });
}, 120_000);

afterAll(async () => {
  await queue.stop(5_000);
  await service.close();
}, 60_000);

async function create(key: string, requestId: string): Promise<string> {
  const headers = { 'X-Request-ID': requestId };
  const made = await service.change('POST', '/videos', { key, body: PROJECT, headers });
  return made.json['job_id'] as string;
}

async function search(query = '', key?: string): Promise<Event[]> {
  const answer = await service.call(`/audit/events?limit=100${query}`, key ? { key } : {});
  expect(answer.status).toBe(200);
  return answer.json.data['events'] as Event[];
}

const types = (events: readonly Event[]) => events.map(({ type }) => type).reverse();

describe('GET /audit/events', () => {
  it('returns the events of a job, newest first', async () => {
    const events = await search(`&job_id=${annJob}`);
    expect(types(events)).toEqual(['job.accepted', 'job.started', 'job.step', 'job.completed']);
    expect(events.map(({ request_id }) => request_id)).toEqual(Array(4).fill('req-of-ann'));
    expect(await search(`&job_id=${annJob.toUpperCase()}`)).toEqual(events);
  });

  it('returns the events of a key on any object', async () => {
    const events = await search('&key_id=admin');
    expect(types(events)).toEqual(['key.created', 'key.created', 'job.cancelled']);
    expect(events[0]).toMatchObject({ job_id: bobJob, owner_id: bob.id, key_id: 'admin' });
  });

  it('filters by type, request, and time', async () => {
    expect((await search('&type=job.accepted')).map(({ job_id }) => job_id)).toEqual([
      bobJob,
      annJob,
    ]);
    expect(types(await search('&request_id=req-of-admin'))).toEqual(['job.cancelled']);
    const all = await search();
    const middle = all[3]!.created_at;
    const newer = await search(`&created_after=${middle}`);
    const older = await search(`&created_before=${middle}`);
    expect(newer.every((event) => event.created_at > middle)).toBe(true);
    expect(older.every((event) => event.created_at < middle)).toBe(true);
    const same = all.filter((event) => event.created_at === middle);
    expect(newer.length + older.length + same.length).toBe(all.length);
    expect(await search(`&type=job.accepted&request_id=req-of-bob&key_id=${bob.id}`)).toHaveLength(
      1,
    );
    expect(await search('&type=job.failed')).toEqual([]);
  });

  it('pages by cursor, without gaps or repetitions', async () => {
    const all = await search();
    const paged: Event[] = [];
    let cursor = '';
    do {
      const { json } = await service.call(`/audit/events?limit=2${cursor}`);
      paged.push(...(json.data['events'] as Event[]));
      const { next_cursor, has_more, limit } = json.data['pagination'] as {
        next_cursor: string | null;
        has_more: boolean;
        limit: number;
      };
      expect([limit, has_more]).toEqual([2, next_cursor !== null]);
      cursor = next_cursor === null ? '' : `&cursor=${next_cursor}`;
    } while (cursor !== '');
    expect(paged).toEqual(all);
  });

  it('limits a key to events of its own jobs and of itself, whatever the filter', async () => {
    const own = await search('', bob.key);
    expect(types(own)).toEqual(['key.created', 'job.accepted', 'job.cancelled']);
    for (const query of [`&job_id=${annJob}`, `&key_id=${ann.id}`, '&request_id=req-of-ann']) {
      expect(await search(query, bob.key)).toEqual([]);
    }
    // A key can see what an administrator did to its job.
    expect(types(await search('&key_id=admin&type=job.cancelled', bob.key))).toHaveLength(1);
  });

  it('requires the scope', async () => {
    const { key } = await service.key('jobs:read', 'videos:read');
    const answer = await service.call('/audit/events', { key });
    expect([answer.status, answer.json['code']]).toEqual([403, 'INSUFFICIENT_SCOPE']);
  });

  it('records operations on keys, but not the keys', async () => {
    const { id, key } = await service.key('jobs:read');
    const rotated = await service.change('POST', `/keys/${id}/rotate`);
    await service.change('DELETE', `/keys/${id}`);
    await service.change('DELETE', `/keys/${id}`);
    const events = (await search()).filter(({ owner_id }) => owner_id === id);
    expect(types(events)).toEqual(['key.created', 'key.rotated', 'key.revoked']);
    for (const event of events) {
      expect(event).toMatchObject({
        job_id: null,
        key_id: 'admin',
        request_id: expect.stringMatching(/^req_/) as string,
        data: { name: 'test', scopes: ['jobs:read'] },
      });
    }
    const text = JSON.stringify(events);
    for (const secret of [key, rotated.json.data['key'] as string]) {
      expect(text).not.toContain(secret.slice(-20));
    }
  });

  it.each([
    ['job_id=x', '?job_id'],
    [`job_id=${'0'.repeat(36)}`, '?job_id'],
    ['key_id=', '?key_id'],
    ["key_id='OR'1", '?key_id'],
    ['key_id=a&key_id=b', '?key_id'],
    ['request_id=a%00b', '?request_id'],
    [`request_id=${'x'.repeat(65)}`, '?request_id'],
    ['type=job', '?type'],
    ['type=job.accepted,job.failed', '?type'],
    ['limit=1000', '?limit'],
    ['offset=0', '?offset'],
    ['created_after=now', '?created_after'],
    ['cursor=MTc2NDAwMDAwMDAwMC4wMTlhYjU5ZS00YzAwLTdhYTAtOGQ0ZS0xYjJjM2Q0ZTVmNjA', '?cursor'],
    ['owner_id=x', '?owner_id'],
  ])('rejects ?%s and names the parameter', async (query, pointer) => {
    const answer = await service.call(`/audit/events?${query}`);
    expect([answer.status, answer.json['code']]).toEqual([400, 'VALIDATION_ERROR']);
    const errors = answer.json['errors'] as { pointer: string }[];
    expect(errors.map((error) => error.pointer)).toEqual([pointer]);
  });
});
