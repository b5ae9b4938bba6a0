import { DataSource, type Logger } from 'typeorm';
import { dataSourceOptions } from '../../src/engine/database/data-source.js';
import { poolOf } from '../../src/engine/database/pool.js';
import { AuditLog, type AuditFilter } from '../../src/engine/audit/audit-log.js';
import type { Position } from '../../src/engine/database/conditions.js';
import type { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import { takeIdempotencyKey } from '../../src/engine/jobs/idempotency.js';
import { type JobFilter, JobQueries } from '../../src/engine/jobs/job-queries.js';
import { JobWatch } from '../../src/engine/jobs/job-watch.js';
import { TemplateStore } from '../../src/engine/templates/template-store.js';
import {
  auditLog,
  batchStore,
  ENTITIES,
  jobQueries,
  keyStore,
  startTestServer,
  type TestServer,
} from '../support/database.js';

const JOBS = 200_000;
const EVENTS_PER_JOB = 5;
/** Batches of 500 jobs each, from the oldest jobs. */
const BATCHES = 200;
const BATCH_ID = (n: string) => `lpad(to_hex(${n}), 32, '0')::uuid`;
const batchId = (n: number) => `00000000-0000-0000-0000-${n.toString(16).padStart(12, '0')}`;
const TEMPLATES = 50_000;
/** Owns a tenth of the jobs. `rare` owns 20, all of them old. */
const BUSY = 'k3';
const RARE = 'rare';

interface Query {
  readonly sql: string;
  readonly parameters: unknown[];
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** Records the statements of the code under test, so that exactly those are explained. */
class Recorder implements Logger {
  queries: Query[] = [];
  logQuery(sql: string, parameters: unknown[] = []): void {
    if (/^\s*(SELECT|WITH|DELETE|INSERT)/.test(sql)) this.queries.push({ sql, parameters });
  }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

let server: TestServer;
let plain: DataSource;
let recorded: DataSource;
const recorder = new Recorder();
let jobs: JobQueries;
let audit: AuditLog;

beforeAll(async () => {
  server = await startTestServer();
  const { url, dataSource } = await server.database();
  plain = dataSource;
  await fill(dataSource);
  const options = { ...dataSourceOptions(url), entities: ENTITIES };
  recorded = await new DataSource({ ...options, logging: true, logger: recorder }).initialize();
  recordPool(recorded);
  jobs = jobQueries(recorded);
  audit = auditLog(recorded);
}, 300_000);

afterAll(async () => {
  await recorded.destroy();
  await server.stop();
}, 60_000);

/** Records statements that bypass TypeORM, too. */
function recordPool(dataSource: DataSource): void {
  const pool = poolOf(dataSource);
  const query = pool.query.bind(pool) as (sql: string, parameters: unknown[]) => unknown;
  Object.assign(pool, {
    query: (sql: string, parameters: unknown[]) => {
      recorder.logQuery(sql, parameters);
      return query(sql, parameters);
    },
  });
}

/** Nine months of jobs with their events. The indexes are built afterwards, which is faster. */
async function fill(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  await runner.query('SET synchronous_commit = off');
  await runner.query('SET statement_timeout = 0');
  await runner.query("SET maintenance_work_mem = '256MB'");
  const indexes = (await runner.query(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE tablename IN ('jobs', 'audit_events') AND indexname NOT LIKE '%_pkey'`,
  )) as { name: string; definition: string }[];
  for (const { name } of indexes) await runner.query(`DROP INDEX ${name}`);
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
    `INSERT INTO jobs (id, key_id, request_id, status, config, created_at, error_code, result,
       deleted_at, batch_id)
     SELECT ('018e0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
       CASE WHEN n <= 20 THEN '${RARE}' ELSE 'k' || n % 10 END, 'req_' || n, status,
       '{"scenes":[{"duration":1,"elements":[]}]}',
       '2026-01-01'::timestamptz + n * interval '2 minutes',
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
  for (const { definition } of indexes) await runner.query(definition);
  // No VACUUM, because plans must be right before autovacuum runs, too.
  await runner.query('ANALYZE jobs, audit_events, batches, templates');
  await runner.release();
}

/** Runs the code under test and explains its statements. */
async function toFetchProblem(action: () => Promise<unknown>): Promise<{ plans: PlanNode[] }> {
  recorder.queries = [];
  await action();
  expect(recorder.queries.length).toBeGreaterThan(0);
  const plans: PlanNode[] = [];
  for (const { sql, parameters } of recorder.queries) {
    const rows = await plain.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(
      `EXPLAIN (FORMAT JSON) ${sql}`,
      parameters,
    );
    plans.push(rows[0]!['QUERY PLAN'][0]!.Plan);
  }
  return { plans };
}

function nodes(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodes)];
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
const idOf = (n: number): string => `018e0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const EVERYTHING: JobFilter = {
  keyId: null,
  status: null,
  batchId: null,
  createdAfter: null,
  createdBefore: null,
  videosOnly: false,
};
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
        filter: { ...EVERYTHING, ...filter, videosOnly },
        page,
      })),
    ),
  );

  it.each(rows)('$name: lists and counts by index', async ({ filter, page }) => {
    const { plans } = await toFetchProblem(() => jobs.page(filter, page));
    // The few jobs of a batch can be sorted.
    expect(faults(plans, filter.batchId === null ? 'no sort' : 'small sort')).toEqual([]);
  });

  it('detects a full table scan', async () => {
    const { plans } = await toFetchProblem(() =>
      recorded.query("SELECT count(*) FROM jobs WHERE request_id = 'req_5'"),
    );
    expect(faults(plans)).toContain('Seq Scan of jobs');
  });

  it('counts and lists the existing jobs', async () => {
    const { total, jobs: found } = await jobs.page({ ...EVERYTHING, keyId: BUSY }, FIRST);
    expect(total).toBe(JOBS / 10 - 2);
    expect(found).toHaveLength(20);
    expect((await jobs.page(EVERYTHING, FIRST)).total).toBe(JOBS);
  });

  it('has the same cost at every position', async () => {
    const pageAt = (n: number) =>
      toFetchProblem(() => jobs.page(EVERYTHING, { ...FIRST, after: { at: at(n), id: idOf(n) } }));
    const buffers = async (n: number) => {
      await pageAt(n);
      const { sql, parameters } = recorder.queries[0]!;
      const rows = await plain.query<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }[]>(
        `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`,
        parameters,
      );
      const { Plan } = rows[0]!['QUERY PLAN'][0]!;
      return Plan['Shared Hit Blocks']! + Plan['Shared Read Blocks']!;
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

describe('batches and templates', () => {
  const templates = () => new TemplateStore(recorded);
  const queue = { withdraw: async () => {} } as unknown as RenderQueue;
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
  const NONE: AuditFilter = {
    ownerId: null,
    jobId: null,
    keyId: null,
    requestId: null,
    type: null,
    after: null,
    before: null,
  };
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
      filter: { ...NONE, ...filter },
      after,
    })),
  );

  it.each(rows)('$name: by index', async ({ filter, after }) => {
    const { plans } = await toFetchProblem(() => audit.page(filter, 20, after));
    // The few events of one job or request can be sorted.
    const few = filter.jobId !== null || filter.requestId !== null || filter.ownerId === RARE;
    expect(faults(plans, few || filter.keyId === RARE ? 'small sort' : 'no sort')).toEqual([]);
  });

  it('returns the existing events', async () => {
    const { events, hasMore } = await audit.page({ ...NONE, jobId: idOf(500) }, 3, null);
    expect(events.map(({ type }) => type)).toEqual(['job.completed', 'job.step', 'job.step']);
    expect(hasMore).toBe(true);
  });
});
