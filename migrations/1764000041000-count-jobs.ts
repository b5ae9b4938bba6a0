import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Part of the counts that the migration writes. Triggers write the parts from 0. */
const BASELINE = -1;
/** Transactions that end at the same time rarely write the same part, and so rarely wait for each other. */
const PARTS = 8;

/** What a row of `jobs` adds to the counts of its key. */
const counted = (row: string) => `${row}.key_id, ${row}.status,
  CASE WHEN ${row}.status = 'completed' AND ${row}.deleted_at IS NULL
    THEN videos_bytes(${row}.result) ELSE 0 END AS bytes`;

const SUMS = `
  COALESCE(sum(sign) FILTER (WHERE status = 'pending'), 0) AS pending,
  COALESCE(sum(sign) FILTER (WHERE status = 'processing'), 0) AS processing,
  COALESCE(sum(sign) FILTER (WHERE status = 'completed'), 0) AS completed,
  COALESCE(sum(sign) FILTER (WHERE status = 'failed'), 0) AS failed,
  COALESCE(sum(sign) FILTER (WHERE status = 'cancelled'), 0) AS cancelled,
  COALESCE(sum(sign * bytes), 0) AS kept_bytes`;

const FUNCTIONS = [
  `CREATE OR REPLACE FUNCTION videos_bytes(result jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
     SELECT COALESCE(sum((file->>'sizeBytes')::bigint), 0)::bigint
     FROM jsonb_array_elements(CASE WHEN jsonb_typeof(result->'files') = 'array'
       THEN result->'files' ELSE '[]' END) AS file $$`,
  `CREATE OR REPLACE FUNCTION videos_ms(result jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
     SELECT (COALESCE((result->>'durationSeconds')::float8, 0) * 1000)::bigint * (
       SELECT count(*) FROM jsonb_array_elements(CASE WHEN jsonb_typeof(result->'files') = 'array'
         THEN result->'files' ELSE '[]' END) AS file WHERE file->>'kind' = 'video') $$`,
  countFunction('count_new_jobs', `SELECT ${counted('after')}, 1 AS sign, 0 AS ms FROM after`),
  countFunction('count_old_jobs', `SELECT ${counted('before')}, -1 AS sign, 0 AS ms FROM before`),
  countFunction(
    'count_changed_jobs',
    `SELECT ${counted('before')}, -1 AS sign, 0 AS ms FROM before UNION ALL
     SELECT ${counted('after')}, 1 AS sign, CASE WHEN after.status = 'completed' AND before.status <> 'completed'
         THEN videos_ms(after.result) ELSE 0 END AS ms
     FROM after JOIN before USING (id)`,
    `IF NOT EXISTS (SELECT 1 FROM after JOIN before USING (id)
       WHERE after.status <> before.status OR (after.deleted_at IS NULL) <> (before.deleted_at IS NULL))
     THEN RETURN NULL; END IF;
     -- Skips a row that another claim updates: the virtual time may be late by a few turns, but nobody waits.
     UPDATE queue_turns SET turn = started.turn
     FROM (SELECT after.priority, max(after.turn) AS turn FROM after JOIN before USING (id)
       WHERE after.status = 'processing' AND before.status <> 'processing'
       GROUP BY after.priority) AS started
     WHERE queue_turns.priority = started.priority AND queue_turns.priority IN (
       SELECT late.priority FROM queue_turns AS late WHERE late.priority = started.priority
         AND late.turn < started.turn FOR UPDATE SKIP LOCKED);`,
  ),
];

/** A trigger function that adds rows with their signs to the counts of their keys. */
function countFunction(name: string, rows: string, first = ''): string {
  return `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${first}
    INSERT INTO key_counts AS counts (key_id, part, pending, processing, completed, failed, cancelled,
      kept_bytes, day, day_ms)
    SELECT key_id, pg_backend_pid() % ${PARTS}, ${SUMS}, (now() AT TIME ZONE 'UTC')::date, sum(ms)
    FROM (${rows}) AS counted GROUP BY key_id ORDER BY key_id
    ON CONFLICT (key_id, part) DO UPDATE SET
      pending = counts.pending + excluded.pending,
      processing = counts.processing + excluded.processing,
      completed = counts.completed + excluded.completed,
      failed = counts.failed + excluded.failed,
      cancelled = counts.cancelled + excluded.cancelled,
      kept_bytes = counts.kept_bytes + excluded.kept_bytes,
      day_ms = excluded.day_ms + CASE WHEN counts.day = excluded.day THEN counts.day_ms ELSE 0 END,
      day = excluded.day;
    RETURN NULL; END $$`;
}

/** The order in which jobs start, among all and among those of a key. */
const INDEXES = [
  ['jobs_turns', ''],
  ['jobs_turns_of_key', 'key_id, '],
] as const;

const TRIGGERS = [
  ['INSERT', 'count_new_jobs', 'NEW TABLE AS after'],
  ['UPDATE', 'count_changed_jobs', 'OLD TABLE AS before NEW TABLE AS after'],
  ['DELETE', 'count_old_jobs', 'OLD TABLE AS before'],
] as const;

/**
 * Counts the jobs of each key in triggers, so that the counts are right whatever changes a job, the version
 * before included. Adds the indexes of the order in which jobs take turns.
 *
 * It needs no long lock: a snapshot is taken while no job can change, and the existing jobs are counted in it
 * while the triggers count the changes since.
 */
export class CountJobs1764000041000 implements MigrationInterface {
  readonly name = 'CountJobs1764000041000';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SET statement_timeout = 0');
    for (const [name, prefix] of INDEXES) {
      await runner.query(`DROP INDEX IF EXISTS ${name}`);
      await runner.query(
        `CREATE INDEX CONCURRENTLY ${name} ON jobs (${prefix}(-priority), turn, created_at, id)
           WHERE status = 'pending'`,
      );
    }
    await runner.query('RESET statement_timeout');
    for (const text of FUNCTIONS) await runner.query(text);
    const counting = runner.connection.createQueryRunner();
    try {
      await countFromNowOn(runner, counting);
      await countExisting(counting);
      await counting.commitTransaction();
    } finally {
      if (counting.isTransactionActive) await counting.rollbackTransaction();
      await counting.release();
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTriggers(runner);
    for (const [, name] of TRIGGERS) await runner.query(`DROP FUNCTION ${name}()`);
    await runner.query('DROP FUNCTION videos_ms(jsonb)');
    await runner.query('DROP FUNCTION videos_bytes(jsonb)');
    for (const [name] of INDEXES) await runner.query(`DROP INDEX ${name}`);
    await runner.query('DELETE FROM key_counts');
  }
}

async function dropTriggers(runner: QueryRunner): Promise<void> {
  for (const [, name] of TRIGGERS) await runner.query(`DROP TRIGGER IF EXISTS ${name} ON jobs`);
}

/** Creates the triggers, and takes the snapshot of `counting` at the moment from which they count. */
async function countFromNowOn(runner: QueryRunner, counting: QueryRunner): Promise<void> {
  await runner.startTransaction();
  try {
    await runner.query('LOCK TABLE jobs IN SHARE ROW EXCLUSIVE MODE');
    await dropTriggers(runner);
    await runner.query('DELETE FROM key_counts');
    for (const [event, name, tables] of TRIGGERS) {
      await runner.query(
        `CREATE TRIGGER ${name} AFTER ${event} ON jobs REFERENCING ${tables}
           FOR EACH STATEMENT EXECUTE FUNCTION ${name}()`,
      );
    }
    await counting.startTransaction('REPEATABLE READ');
    await counting.query('SELECT txid_current_snapshot()');
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}

async function countExisting(counting: QueryRunner): Promise<void> {
  await counting.query('SET LOCAL statement_timeout = 0');
  await counting.query(
    `INSERT INTO key_counts (key_id, part, pending, processing, completed, failed, cancelled, kept_bytes)
     SELECT key_id, ${BASELINE}, ${SUMS} FROM (SELECT ${counted('jobs')}, 1 AS sign FROM jobs) AS counted
     GROUP BY key_id`,
  );
}
