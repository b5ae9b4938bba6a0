import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each combination of the filters by owner and status needs its own index prefix. */
const LIST_PREFIXES: readonly (readonly [string, string])[] = [
  ['', ''],
  ['_of_key', 'key_id, '],
  ['_of_status', 'status, '],
  ['_of_key_and_status', 'key_id, status, '],
];

/** Each filter of an audit query has its own index, newest events first. */
const AUDIT_PREFIXES: readonly (readonly [string, string])[] = [
  ['', ''],
  ['_of_owner', 'owner_id, '],
  ['_of_key', 'key_id, '],
  ['_of_type', 'type, '],
  ['_of_request', 'request_id, '],
];

/**
 * Adds what lists, audit queries, deletion, and idempotency need.
 *
 * The times that order lists become whole milliseconds. The API then returns exactly the times that it
 * compares, so `created_after` with the time of a job excludes that job.
 */
export class ServeLists1764000002000 implements MigrationInterface {
  readonly name = 'ServeLists1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE jobs
        ALTER COLUMN created_at TYPE timestamptz(3),
        ADD COLUMN attempt_started_at timestamptz`);
    await runner.query(
      `CREATE INDEX jobs_newest_of_key_and_status
         ON jobs (key_id, status, created_at DESC, id DESC)`,
    );
    for (const [name, prefix] of LIST_PREFIXES) {
      await runner.query(
        `CREATE INDEX videos_newest${name} ON jobs (${prefix}created_at DESC, id DESC)
           WHERE deleted_at IS NULL`,
      );
    }

    await runner.query(`
      ALTER TABLE audit_events
        ALTER COLUMN at TYPE timestamptz(3),
        ADD COLUMN owner_id text`);
    await runner.query(
      'UPDATE audit_events SET owner_id = jobs.key_id FROM jobs WHERE jobs.id = job_id',
    );
    for (const [name, prefix] of AUDIT_PREFIXES) {
      await runner.query(
        `CREATE INDEX audit_events_newest${name} ON audit_events (${prefix}at DESC, id DESC)`,
      );
    }

    // Deferred, because a transaction writes this row before the row of its job.
    await runner.query(`
      CREATE TABLE idempotency_keys (
        key_id text NOT NULL,
        idempotency_key text NOT NULL,
        body_hash bytea NOT NULL CHECK (length(body_hash) = 32),
        job_id uuid NOT NULL REFERENCES jobs (id) DEFERRABLE INITIALLY DEFERRED,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (key_id, idempotency_key)
      )`);
    await runner.query('CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_keys');
    for (const [name] of AUDIT_PREFIXES) {
      await runner.query(`DROP INDEX audit_events_newest${name}`);
    }
    await runner.query(
      'ALTER TABLE audit_events DROP COLUMN owner_id, ALTER COLUMN at TYPE timestamptz',
    );
    for (const [name] of LIST_PREFIXES) await runner.query(`DROP INDEX videos_newest${name}`);
    await runner.query('DROP INDEX jobs_newest_of_key_and_status');
    await runner.query(
      'ALTER TABLE jobs DROP COLUMN attempt_started_at, ALTER COLUMN created_at TYPE timestamptz',
    );
  }
}
