import type { DataSource } from 'typeorm';
import type { AuditLog, AuditFilter } from '../../src/engine/audit/audit-log.js';
import type { Position } from '../../src/engine/database/conditions.js';
import type { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import {
  deleteIdempotencyKeys,
  firstJobBeyond,
  jobsBefore,
  jobsOlderThan,
} from '../../src/engine/retention/old-rows.js';
import { videosBeyond, videosOlderThan } from '../../src/engine/retention/old-videos.js';
import { takeIdempotencyKey } from '../../src/engine/jobs/idempotency.js';
import type { JobFilter, JobQueries } from '../../src/engine/jobs/job-queries.js';
import { JobWatch } from '../../src/engine/jobs/job-watch.js';
import { TemplateStore } from '../../src/engine/templates/template-store.js';
import {
  auditLog,
  batchStore,
  jobQueries,
  keyStore,
  startTestServer,
  type TestServer,
} from '../support/database.js';
import { BUSY, dropIndexes, EVERY_EVENT, EVERY_JOB, idOf, RARE } from '../support/many-jobs.js';
import {
  buffersOf,
  openRecordedSource,
  type PlanNode,
  planOf,
  type RecordedSource,
} from '../support/recorded-source.js';

const JOBS = 200_000;
const EVENTS_PER_JOB = 5;
/** Batches of 500 jobs each, from the oldest jobs. */
const BATCHES = 200;
const BATCH_ID = (n: string) => `lpad(to_hex(${n}), 32, '0')::uuid`;
const batchId = (n: number) => `00000000-0000-0000-0000-${n.toString(16).padStart(12, '0')}`;
const TEMPLATES = 50_000;

let server: TestServer;
let plain: DataSource;
let recorded: DataSource;
let recording: RecordedSource;
let jobs: JobQueries;
let audit: AuditLog;

beforeAll(async () => {
  server = await startTestServer();
  const { url, dataSource } = await server.database();
  plain = dataSource;
  await fill(dataSource);
  recording = await openRecordedSource(url);
  recorded = recording.source;
  jobs = jobQueries(recorded);
  audit = auditLog(recorded);
}, 300_000);

afterAll(async () => {
  await recorded.destroy();
  await server.stop();
}, 60_000);

/** Nine months of jobs with their events. The indexes are built afterwards, which is faster. */
async function fill(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  await runner.query('SET synchronous_commit = off');
  await runner.query('SET statement_timeout = 0');
  await runner.query("SET maintenance_work_mem = '256MB'");
  const indexes = await dropIndexes((sql) => runner.query(sql) as Promise<unknown[]>);
  await runner.query(
    `INSERT INTO batches (id, key_id, request_id, size)
     SELECT ${BATCH_ID('n')}, 'k1', 'r', 500 FROM generate_series(1, ${BATCHES}) AS n`,
  );
  await runner.query(
    `INSERT INTO templates (id, key_id, name, created_at, deleted_at)
     SELECT gen_random_uuid(), CASE WHEN n <= 20 THEN '${RARE}' ELSE 'k' || n % 10 END, 'x',
       '2026-01-01'::timestamptz + n * interval '2 minutes', CASE WHEN n % 3 = 0 THEN now() END
     FROM generate_series(1, ${TEMPLATES}) AS n`,
  );
  await runner.query(
    `INSERT INTO jobs (id, key_id, request_id, status, config, created_at, finished_at, error_code,
       result, deleted_at, batch_id)
     SELECT ('018e0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
       CASE WHEN n <= 20 THEN '${RARE}' ELSE 'k' || n % 10 END, 'req_' || n, status,
       '{"scenes":[{"duration":1,"elements":[]}]}',
       '2026-01-01'::timestamptz + n * interval '2 minutes',
       CASE WHEN status NOT IN ('pending', 'processing')
         THEN '2026-01-01'::timestamptz + n * interval '3 minutes' END,
       CASE status WHEN 'failed' THEN 'RENDER_FAILED' END,
       CASE status WHEN 'completed' THEN '{"folder":"x","files":[]}'::jsonb END,
       CASE WHEN n % 3 = 0 THEN now() END,
       CASE WHEN n <= ${BATCHES * 500} THEN ${BATCH_ID('1 + (n - 1) / 500')} END
     FROM generate_series(1, ${JOBS}) AS n, LATERAL (SELECT CASE
       WHEN n > ${JOBS} - 50 THEN 'pending' WHEN n > ${JOBS} - 54 THEN 'processing'
       WHEN n % 50 = 1 THEN 'failed' WHEN n % 71 = 1 THEN 'cancelled' ELSE 'completed' END
       AS status) AS chosen`,
  );
  await runner.query(
    `INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type, at)
     SELECT id, key_id, key_id, request_id,
       (ARRAY['job.accepted','job.started','job.step','job.step','job.completed'])[step],
       created_at + step * interval '10 seconds'
     FROM jobs, generate_series(1, ${EVENTS_PER_JOB}) AS step`,
  );
  for (const definition of indexes) await runner.query(definition);
  // No VACUUM, because plans must be right before autovacuum runs, too.
  await runner.query('ANALYZE jobs, audit_events, batches, templates');
  await runner.release();
}

const explain = (sql: string, parameters: unknown[]) => plain.query<unknown>(sql, parameters);

/** Runs the code under test and explains its statements. */
async function toFetchProblem(action: () => Promise<unknown>): Promise<{ plans: PlanNode[] }> {
  recording.take();
  await action();
  const statements = recording.take();
  expect(statements.length).toBeGreaterThan(0);
  const plans: PlanNode[] = [];
  for (const statement of statements) plans.push(await planOf(explain, statement));
  return { plans };
}

function nodes(plan: PlanNode): PlanNode[] {
  return readsOnlySmall(plan) ? [] : [plan, ...(plan.Plans ?? []).flatMap(nodes)];
}

/** The partition for events without a month is empty, and the counts of keys are few rows: any plan is good. */
const SMALL: ReadonlySet<string | undefined> = new Set(['audit_events_other', 'key_counts']);

function readsOnlySmall({ 'Relation Name': relation, Plans: parts = [] }: PlanNode): boolean {
  return SMALL.has(relation) || (parts.length > 0 && parts.every(readsOnlySmall));
}

/** Parts of plans that read a whole table, or sort rows that an index returns in order. */
function faults(plans: readonly PlanNode[], sorts: 'no sort' | 'small sort' = 'no sort'): string[] {
  const fault = sorts === 'no sort' ? /Seq Scan|Sort/ : /Seq Scan/;
  return plans
    .flatMap(nodes)
    .filter((node) => fault.test(node['Node Type']))
    .map((node) => `${node['Node Type']} of ${node['Relation Name']}`);
}

const at = (n: number): Date => new Date(Date.UTC(2026, 0, 1) + n * 120_000);
const FIRST = { limit: 20, offset: 0, after: null };
describe(`lists of ${JOBS} jobs`, () => {
  const filters: [string, Partial<JobFilter>][] = [
    ['all', {}],
    ['of a busy key', { keyId: BUSY }],
    ['of a key with few', { keyId: RARE }],
    ['of an unknown key', { keyId: 'nobody' }],
    ['by a common status', { status: 'completed' }],
    ['by a rare status', { status: 'processing' }],
    ['of a key by status', { keyId: BUSY, status: 'failed' }],
    ['of a key with few by a rare status', { keyId: RARE, status: 'pending' }],
    ['of a batch', { batchId: batchId(77) }],
    ['of a batch and a key', { batchId: batchId(77), keyId: BUSY }],
    ['of a batch by status', { batchId: batchId(77), status: 'completed' }],
    ['of an unknown batch', { batchId: batchId(7777) }],
    ['by time', { createdAfter: at(1000), createdBefore: at(50_000) }],
    ['of a key by status and time', { keyId: BUSY, status: 'completed', createdAfter: at(1e5) }],
  ];
  const pages: [string, typeof FIRST | { limit: number; offset: number; after: Position }][] = [
    ['first page', FIRST],
    ['page at 15,000', { limit: 100, offset: 15_000, after: null }],
    ['page from a position', { limit: 100, offset: 0, after: { at: at(40_000), id: idOf(4e4) } }],
  ];
  const rows = [false, true].flatMap((videosOnly) =>
    filters.flatMap(([what, filter]) =>
      pages.map(([where, page]) => ({
        name: `${videosOnly ? 'videos' : 'jobs'} ${what}, ${where}`,
        filter: { ...EVERY_JOB, ...filter, videosOnly },
        page,
      })),
    ),
  );

  it.each(rows)('$name: lists and counts by index', async ({ filter, page }) => {
    const { plans } = await toFetchProblem(() => jobs.page(filter, page));
    // The few jobs of a batch can be sorted, and those of a key that wait.
    const few = filter.batchId !== null || (filter.keyId === RARE && filter.status === 'pending');
    expect(faults(plans, few ? 'small sort' : 'no sort')).toEqual([]);
  });

  it('detects a full table scan', async () => {
    const { plans } = await toFetchProblem(() =>
      recorded.query("SELECT count(*) FROM jobs WHERE request_id = 'req_5'"),
    );
    expect(faults(plans)).toContain('Seq Scan of jobs');
  });

  it('counts and lists the existing jobs', async () => {
    const { total, jobs: found } = await jobs.page({ ...EVERY_JOB, keyId: BUSY }, FIRST);
    expect(total).toBe(JOBS / 10 - 2);
    expect(found).toHaveLength(20);
    expect((await jobs.page(EVERY_JOB, FIRST)).total).toBe(JOBS);
  });

  it.each([
    ['all', {}],
    ['those of a key', { keyId: BUSY }],
    ['those of a status', { status: 'completed' }],
    ['those of a key and a status', { keyId: BUSY, status: 'failed' }],
    ['those of nobody', { keyId: 'nobody' }],
  ] as const)('counts %s without reading them', async (_which, filter) => {
    recording.take();
    const { total } = await jobs.page({ ...EVERY_JOB, ...filter }, FIRST);
    const statements = recording.take();
    const plans = await Promise.all(statements.map((one) => planOf(explain, one, true)));
    expect(plans.reduce((sum, plan) => sum + buffersOf(plan), 0)).toBeLessThan(200);
    const [counted] = await plain.query<[{ total: number }]>(
      `SELECT count(*)::int AS total FROM jobs
       WHERE ($1::text IS NULL OR key_id = $1) AND ($2::text IS NULL OR status = $2)`,
      ['keyId' in filter ? filter.keyId : null, 'status' in filter ? filter.status : null],
    );
    expect(total).toBe(counted.total);
  });

  it('has the same cost at every position', async () => {
    const buffers = async (n: number) => {
      recording.take();
      await jobs.page(EVERY_JOB, { ...FIRST, after: { at: at(n), id: idOf(n) } });
      return buffersOf(await planOf(explain, recording.take()[0]!, true));
    };
    expect(await buffers(1_000)).toBeLessThan(20);
    expect(await buffers(JOBS - 1_000)).toBeLessThan(20);
  });
});

describe('single jobs', () => {
  it.each([
    ['status', () => jobs.findStatus(idOf(77))],
    ['video', () => jobs.find(idOf(77))],
    ['details', () => jobs.findWithConfig(idOf(77))],
    ['place in the queue', () => jobs.clock(idOf(JOBS - 3), null)],
    ['place among own jobs', () => jobs.clock(idOf(JOBS - 3), 'k1')],
    ['events', () => audit.ofJob(idOf(77))],
  ] as const)('%s by index', async (_name, read) => {
    const { plans } = await toFetchProblem(read);
    expect(faults(plans, 'small sort')).toEqual([]);
  });

  it('read the status with one primary key lookup', async () => {
    const { plans } = await toFetchProblem(() => jobs.findStatus(idOf(77)));
    expect(plans).toHaveLength(1);
    expect(plans[0]).toMatchObject({ 'Node Type': 'Index Scan', 'Index Name': 'jobs_pkey' });
  });

  it('return the position in the queue', async () => {
    expect(await jobs.clock(idOf(JOBS - 3), null)).toMatchObject({ queuePosition: 47 });
  });

  it('are watched by index', async () => {
    const { plans } = await toFetchProblem(
      () =>
        new Promise<void>((resolve, reject) => {
          const watch = new JobWatch(recorded, audit, keyStore(recorded), reject);
          const stop = watch.add({
            jobId: idOf(77),
            keyId: 'admin',
            seen: 0,
            onEvent() {},
            onState() {},
            onEnd() {
              stop();
              resolve();
            },
          });
        }),
    );
    expect(plans).toHaveLength(2);
    expect(faults(plans, 'small sort')).toEqual([]);
  });

  it('use an index for an idempotency key', async () => {
    await plain.query(
      `INSERT INTO idempotency_keys (key_id, idempotency_key, body_hash, job_id, created_at)
       SELECT 'k', n::text, sha256('x'), $1, now() - n * interval '1 second'
       FROM generate_series(1, 20000) AS n`,
      [idOf(1)],
    );
    await plain.query('ANALYZE idempotency_keys');
    const taken = { key: '7', bodyHash: Buffer.alloc(32) };
    const { plans } = await toFetchProblem(async () => {
      const runner = recorded.createQueryRunner();
      expect(await takeIdempotencyKey(runner, 'k', taken, idOf(1))).toEqual({ outcome: 'reused' });
      await runner.release();
    });
    expect(plans).toHaveLength(3);
    expect(faults(plans, 'small sort')).toEqual([]);
  });
});

describe('retention', () => {
  const STEP = { most: 100, except: [idOf(7)] };
  const POSITION = { createdAt: new Date(at(30_000)).toISOString(), id: idOf(30_000) };

  it.each([
    ['old videos', () => videosOlderThan(recorded.manager, 30, STEP)],
    ['videos beyond a size', () => videosBeyond(recorded.manager, -1, STEP)],
    ['old jobs', () => jobsOlderThan(recorded.manager, 30, STEP)],
    ['the oldest job that is kept', () => firstJobBeyond(recorded.manager, 1)],
    ['jobs beyond a size', () => jobsBefore(recorded.manager, POSITION, STEP)],
    ['idempotency keys', () => deleteIdempotencyKeys(recorded.manager, 100)],
  ] as const)('finds %s by index', async (_name, find) => {
    const { plans } = await toFetchProblem(find);
    expect(faults(plans, 'small sort')).toEqual([]);
  });
});

describe('batches and templates', () => {
  const templates = () => new TemplateStore(recorded);
  const queue = { messages: { withdraw: async () => {} } } as unknown as RenderQueue;
  const batches = () => batchStore(recorded, queue);
  const every = { keyId: null, createdAfter: null, createdBefore: null };
  const position = { at: at(30_000), id: idOf(30_000) };

  it.each([
    ['counts', () => batches().counts(batchId(77))],
    ['jobs', () => batches().jobs(batchId(77))],
    ['of a job', () => batches().ofJob(idOf(77))],
    ['cancelling', () => batches().cancel(batchId(77), { keyId: 'k', requestId: 'r' })],
    ['all templates', () => templates().page(every, 20, null)],
    ['all templates from a position', () => templates().page(every, 20, position)],
    ['templates of a key', () => templates().page({ ...every, keyId: BUSY }, 20, position)],
    ['templates of a key with few', () => templates().page({ ...every, keyId: RARE }, 20, null)],
    ['templates by time', () => templates().page({ ...every, createdAfter: at(9000) }, 20, null)],
  ] as const)('%s by index', async (_name, read) => {
    const { plans } = await toFetchProblem(read);
    expect(faults(plans, 'small sort')).toEqual([]);
  });

  it('counts the existing rows', async () => {
    const counts = await batches().counts(batchId(1));
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(500);
  });
});

describe(`audit queries over ${JOBS * EVENTS_PER_JOB} events`, () => {
  const filters: [string, Partial<AuditFilter>][] = [
    ['all', {}],
    ['of a job', { jobId: idOf(500) }],
    ['by a busy key', { keyId: BUSY }],
    ['by a key with few', { keyId: RARE }],
    ['of an owner', { ownerId: BUSY }],
    ['of an owner with few, by type', { ownerId: RARE, type: 'job.failed' }],
    ['by a common type', { type: 'job.step' }],
    ['by a type that never was', { type: 'key.revoked' }],
    ['by request', { requestId: 'req_4711' }],
    ['by time', { after: at(1000), before: at(1010) }],
    ['by type and time', { type: 'job.completed', after: at(1000), before: at(9000) }],
    ['by all at once', { keyId: BUSY, type: 'job.step', after: at(500), before: at(90_000) }],
  ];
  const rows = filters.flatMap(([what, filter]) =>
    [null, { at: at(60_000), id: '300000' }].map((after) => ({
      name: `${what}, ${after ? 'from a position' : 'first page'}`,
      filter: { ...EVERY_EVENT, ...filter },
      after,
    })),
  );

  it.each(rows)('$name: by index', async ({ filter, after }) => {
    const { plans } = await toFetchProblem(() => audit.page(filter, 20, after));
    // The few events of one job or request can be sorted, and those of a type that are none.
    const one = filter.jobId !== null || filter.requestId !== null;
    const few = one || filter.ownerId === RARE || filter.type === 'key.revoked';
    expect(faults(plans, few || filter.keyId === RARE ? 'small sort' : 'no sort')).toEqual([]);
  });

  it('returns the existing events', async () => {
    const { events, hasMore } = await audit.page({ ...EVERY_EVENT, jobId: idOf(500) }, 3, null);
    expect(events.map(({ type }) => type)).toEqual(['job.completed', 'job.step', 'job.step']);
    expect(hasMore).toBe(true);
  });
});
