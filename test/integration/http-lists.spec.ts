import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { type Answer, PROJECT, startTestService, type TestService } from '../support/service.js';

const READER = ['videos:write', 'videos:read', 'jobs:read', 'jobs:cancel'] as const;

interface Pagination {
  readonly limit: number;
  readonly offset: number | null;
  readonly total: number | null;
  readonly has_more: boolean;
  readonly next_cursor: string | null;
}

let service: TestService;
let ann: { id: string; key: string };
let bob: { id: string; key: string };
/** The jobs of Ann, oldest first. */
const annJobs: string[] = [];
let bobJob: string;

beforeAll(async () => {
  service = await startTestService();
  ann = await service.key(...READER);
  bob = await service.key(...READER);
  for (let n = 0; n < 7; n++) {
    annJobs.push(await create(ann.key));
    await delay(5);
  }
  bobJob = await create(bob.key);
  for (const id of annJobs.slice(0, 2)) {
    expect((await service.change('POST', `/jobs/${id}/cancel`, { key: ann.key })).status).toBe(200);
  }
}, 120_000);

afterAll(() => service.close(), 60_000);

async function create(key: string): Promise<string> {
  const made = await service.change('POST', '/videos', { key, body: PROJECT });
  expect(made.status).toBe(202);
  return made.json['job_id'] as string;
}

const get = (path: string, key = ann.key) => service.call(path, { key });

/** IDs and pagination of a page of either list. */
function read(answer: Answer): { ids: string[]; pagination: Pagination } {
  expect(answer.status).toBe(200);
  const data = answer.json.data as {
    jobs?: { job_id: string }[];
    videos?: { id: string }[];
    pagination: Pagination;
  };
  const ids = data.jobs?.map(({ job_id }) => job_id) ?? data.videos?.map(({ id }) => id);
  return { ids: ids!, pagination: data.pagination };
}

describe.each(['/jobs', '/videos'])('GET %s', (path) => {
  it('lists the newest first, 20 per page, in the documented format', async () => {
    const { ids, pagination } = read(await get(path));
    expect(ids).toEqual([...annJobs].reverse());
    expect(pagination).toEqual({
      limit: 20,
      offset: 0,
      total: 7,
      has_more: false,
      next_cursor: null,
    });
  });

  it('supports page numbers', async () => {
    const { ids, pagination } = read(await get(`${path}?limit=3&offset=2`));
    expect(ids).toEqual([...annJobs].reverse().slice(2, 5));
    expect(pagination).toMatchObject({ limit: 3, offset: 2, total: 7, has_more: true });
    const last = read(await get(`${path}?limit=3&offset=4`));
    expect(last.pagination).toMatchObject({ has_more: false, next_cursor: null });
    const beyond = read(await get(`${path}?offset=2147483647`));
    expect(beyond).toMatchObject({ ids: [], pagination: { total: 7, has_more: false } });
  });

  it('supports cursors to the end without repetitions, also while jobs are added', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const { ids, pagination } = read(await get(`${path}?limit=2${query}`, bob.key));
      seen.push(...ids);
      if (cursor !== null) expect(pagination).toMatchObject({ offset: null, total: null });
      if (cursor === null) await create(bob.key);
      cursor = pagination.next_cursor;
    } while (cursor !== null);
    expect(seen).toEqual([...new Set(seen)]);
    expect(seen.at(-1)).toBe(bobJob);
  });

  it('keeps the order of jobs with the same millisecond for any page size', async () => {
    const tied = await service.key(...READER);
    for (let n = 0; n < 5; n++) await create(tied.key);
    await service.dataSource.query(`UPDATE jobs SET created_at = '2026-01-01' WHERE key_id = $1`, [
      tied.id,
    ]);
    const all = read(await get(path, tied.key)).ids;
    expect(all).toEqual([...all].sort().reverse());
    const byCursor: string[] = [];
    for (let cursor = ''; byCursor.length < 5;) {
      const { ids, pagination } = read(await get(`${path}?limit=1${cursor}`, tied.key));
      byCursor.push(...ids);
      cursor = `&cursor=${pagination.next_cursor}`;
    }
    expect(byCursor).toEqual(all);
  });

  it('filters by status', async () => {
    const cancelled = read(await get(`${path}?status=cancelled`));
    expect(cancelled.ids).toEqual([annJobs[1], annJobs[0]]);
    expect(cancelled.pagination.total).toBe(2);
    expect(read(await get(`${path}?status=completed`)).pagination.total).toBe(0);
  });

  it('filters by time to the millisecond, excluding the limit', async () => {
    const { json } = await get(`/jobs/${annJobs[3]}`);
    const at = json.data['created_at'] as string;
    expect(read(await get(`${path}?created_after=${at}`)).ids).toEqual(annJobs.slice(4).reverse());
    expect(read(await get(`${path}?created_before=${at}`)).ids).toEqual(
      annJobs.slice(0, 3).reverse(),
    );
    const same = encodeURIComponent(
      new Date(Date.parse(at) + 3_600_000).toISOString().replace('Z', '+01:00'),
    );
    expect(read(await get(`${path}?created_after=${same}&limit=1`)).pagination.total).toBe(3);
    expect(read(await get(`${path}?created_before=2020-01-01`)).ids).toEqual([]);
    expect(read(await get(`${path}?created_after=2020-01-01T00:00Z`)).ids).toHaveLength(7);
  });

  it("lists a key's own jobs, and all jobs for an administrator", async () => {
    expect(read(await get(path, bob.key)).ids).not.toContain(annJobs[0]);
    const { ids } = read(await service.call(`${path}?limit=100`));
    expect(ids).toEqual(expect.arrayContaining([...annJobs, bobJob]));
  });

  it("ignores other keys' jobs even with a cursor of another key", async () => {
    const { pagination } = read(await service.call(`${path}?limit=1`));
    const { ids } = read(await get(`${path}?cursor=${pagination.next_cursor}`));
    expect(ids.every((id) => annJobs.includes(id))).toBe(true);
  });

  it.each([
    ['limit=0', '?limit'],
    ['limit=101', '?limit'],
    ['limit=-1', '?limit'],
    ['limit=', '?limit'],
    ['limit=1e1', '?limit'],
    ['limit=0x10', '?limit'],
    ['limit=%2010', '?limit'],
    ['limit=10.0', '?limit'],
    ['limit=ten', '?limit'],
    ['limit=NaN', '?limit'],
    ['limit=Infinity', '?limit'],
    ['limit=99999999999999999999', '?limit'],
    ['limit=1&limit=2', '?limit'],
    ['limit[]=1', '?limit[]'],
    ['offset=-1', '?offset'],
    ['offset=2147483648', '?offset'],
    ['offset=1;DROP TABLE jobs', '?offset'],
    ['status=done', '?status'],
    ['status=Completed', '?status'],
    ['status=', '?status'],
    ['status=failed&status=completed', '?status'],
    ["status=failed'--", '?status'],
    ['created_after=yesterday', '?created_after'],
    ['created_after=', '?created_after'],
    ['created_after=2026-02-30', '?created_after'],
    ['created_after=2026-13-01', '?created_after'],
    ['created_after=2026-01-01T00:00:00', '?created_after'],
    ['created_after=2026-01-01T24:00:00Z', '?created_after'],
    ['created_after=2026-W01', '?created_after'],
    ['created_after=1764000000', '?created_after'],
    ['created_after=2026-01-01T00:00:00+02:00', '?created_after'],
    ['created_before=0000-01-01', '?created_before'],
    ['created_before=2026-01-01&created_before=2026-01-02', '?created_before'],
    ['cursor=', '?cursor'],
    ['cursor=abc', '?cursor'],
    ['cursor=MS4x', '?cursor'],
    [`cursor=${'A'.repeat(200)}`, '?cursor'],
    ['cursor=MTc2NDAwMDAwMDAwMC4wMTlhYjU5ZS00YzAwLTdhYTAtOGQ0ZS0xYjJjM2Q0ZTVmNjA=', '?cursor'],
    [
      'cursor=MTc2NDAwMDAwMDAwMC4wMTlhYjU5ZS00YzAwLTdhYTAtOGQ0ZS0xYjJjM2Q0ZTVmNjA&offset=0',
      '?cursor',
    ],
    ['sort=asc', '?sort'],
    ['page=2', '?page'],
    ['key_id=x', '?key_id'],
    ['toString=1', '?toString'],
    ['constructor=1', '?constructor'],
    ['__proto__=1', '?__proto__'],
    ['a.b=1', '?a.b'],
  ])('rejects ?%s and names the parameter', async (query, pointer) => {
    const answer = await get(`${path}?${query}`);
    expect([answer.status, answer.json['code']]).toEqual([400, 'VALIDATION_ERROR']);
    const errors = answer.json['errors'] as { pointer: string }[];
    expect(errors.map((error) => error.pointer)).toContain(pointer);
  });

  it('rejects a key without the scope', async () => {
    const { key } = await service.key('metrics:read');
    const answer = await get(path, key);
    expect([answer.status, answer.json['code']]).toEqual([403, 'INSUFFICIENT_SCOPE']);
  });

  it('never returns 500', async () => {
    const name = fc.constantFrom('limit', 'offset', 'status', 'created_after', 'cursor', 'x');
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.integer().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc
        .tuple(fc.nat(9_999_999_999_999), fc.uuid())
        .map(([ms, id]) => Buffer.from(`${ms}.${id}`).toString('base64url')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 3 }), async (pairs) => {
        const query = pairs.map(([key, text]) => `${key}=${encodeURIComponent(text)}`);
        expect([200, 400]).toContain((await get(`${path}?${query.join('&')}`)).status);
      }),
      { numRuns: 150 },
    );
  });
});

describe('entries', () => {
  it('contain all fields of a job but its config, with working links', async () => {
    const { json } = await get('/jobs?limit=1&offset=6');
    const [job] = json.data['jobs'] as Record<string, unknown>[];
    expect(job).toEqual({
      job_id: annJobs[0],
      status: 'cancelled',
      priority: 0,
      retry_of: null,
      progress: 0,
      current_step: null,
      error: null,
      error_code: null,
      error_pointer: null,
      deleted_at: null,
      batch_id: null,
      template_id: null,
      template_revision: null,
      attempt: 0,
      warnings: [],
      created_at: expect.stringMatching(/^20.*Z$/) as string,
      started_at: null,
      finished_at: expect.stringMatching(/^20.*Z$/) as string,
      links: {
        self: `/api/v1/jobs/${annJobs[0]}`,
        status: `/api/v1/jobs/${annJobs[0]}/status`,
        events: `/api/v1/jobs/${annJobs[0]}/events`,
        video: `/api/v1/videos/${annJobs[0]}`,
      },
    });
    for (const link of Object.values(job!['links'] as Record<string, string>)) {
      expect((await get(link.slice('/api/v1'.length))).status).toBe(200);
    }
  });
});
