import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The indexes of audit events, and their columns. */
const INDEXES = {
  of_job: 'job_id, id',
  newest: 'at DESC, id DESC',
  newest_of_owner: 'owner_id, at DESC, id DESC',
  newest_of_key: 'key_id, at DESC, id DESC',
  newest_of_type: 'type, at DESC, id DESC',
  newest_of_request: 'request_id, at DESC, id DESC',
} as const;

/** The end of the first partition: late enough that this migration ends before it. */
const END = `date_trunc('month', now() AT TIME ZONE 'UTC') + interval '2 months'`;

/**
 * Divides audit events by month, so that old ones are dropped as whole tables. The existing table becomes the
 * first partition. Its rows are checked while others write; only the exchange of the tables has a lock, for
 * some milliseconds. The version before inserts into the new table as into the old one.
 */
export class PartitionAudit1764000042000 implements MigrationInterface {
  readonly name = 'PartitionAudit1764000042000';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    const [{ end }] = (await runner.query(`SELECT (${END})::text || '+00' AS end`)) as [
      { end: string },
    ];
    const check = `at < '${end}'`;
    await runner.query('ALTER TABLE audit_events DROP CONSTRAINT IF EXISTS audit_events_first_at');
    await runner.query(
      `ALTER TABLE audit_events ADD CONSTRAINT audit_events_first_at CHECK (${check}) NOT VALID`,
    );
    await runner.query('SET statement_timeout = 0');
    await runner.query('ALTER TABLE audit_events VALIDATE CONSTRAINT audit_events_first_at');
    await runner.query('RESET statement_timeout');
    await inTransaction(runner, () => exchange(runner, end));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('LOCK TABLE audit_events IN ACCESS EXCLUSIVE MODE');
    await runner.query('ALTER TABLE audit_events RENAME TO audit_events_parts');
    for (const name of Object.keys(INDEXES)) {
      await runner.query(`ALTER INDEX audit_events_${name} RENAME TO audit_events_parts_${name}`);
    }
    const [{ next }] = (await runner.query(`SELECT nextval('audit_events_ids') AS next`)) as [
      { next: string },
    ];
    await runner.query(`
      CREATE TABLE audit_events (
        LIKE audit_events_parts INCLUDING DEFAULTS,
        PRIMARY KEY (id)
      )`);
    await runner.query('ALTER TABLE audit_events ALTER COLUMN id DROP DEFAULT');
    await runner.query('INSERT INTO audit_events SELECT * FROM audit_events_parts');
    await runner.query('DROP TABLE audit_events_parts');
    await runner.query(
      `ALTER TABLE audit_events ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (START WITH ${next})`,
    );
    for (const [name, columns] of Object.entries(INDEXES)) {
      await runner.query(`CREATE INDEX audit_events_${name} ON audit_events (${columns})`);
    }
  }
}

async function exchange(runner: QueryRunner, end: string): Promise<void> {
  await runner.query(`SET LOCAL lock_timeout = '10s'`);
  await runner.query('LOCK TABLE audit_events IN ACCESS EXCLUSIVE MODE');
  const [{ next }] = (await runner.query(
    `SELECT nextval(pg_get_serial_sequence('audit_events', 'id')) AS next`,
  )) as [{ next: string }];
  await runner.query('ALTER TABLE audit_events ALTER COLUMN id DROP IDENTITY');
  await runner.query('ALTER TABLE audit_events RENAME TO audit_events_first');
  await runner.query('ALTER INDEX audit_events_pkey RENAME TO audit_events_first_pkey');
  for (const name of Object.keys(INDEXES)) {
    await runner.query(`ALTER INDEX audit_events_${name} RENAME TO audit_events_first_${name}`);
  }
  await runner.query(
    'CREATE TABLE audit_events (LIKE audit_events_first INCLUDING DEFAULTS) PARTITION BY RANGE (at)',
  );
  await runner.query(
    `CREATE SEQUENCE audit_events_ids START WITH ${next} OWNED BY audit_events.id`,
  );
  await runner.query(
    `ALTER TABLE audit_events ALTER COLUMN id SET DEFAULT nextval('audit_events_ids')`,
  );
  await runner.query(
    `ALTER TABLE audit_events ATTACH PARTITION audit_events_first
       FOR VALUES FROM (MINVALUE) TO ('${end}')`,
  );
  await runner.query('ALTER TABLE audit_events_first DROP CONSTRAINT audit_events_first_at');
  // The indexes of the first partition become parts of these. Nothing is built.
  for (const [name, columns] of Object.entries(INDEXES)) {
    await runner.query(`CREATE INDEX audit_events_${name} ON audit_events (${columns})`);
  }
  // For events of a month without a partition, for example after the clock was wrong.
  await runner.query('CREATE TABLE audit_events_other PARTITION OF audit_events DEFAULT');
}

async function inTransaction(runner: QueryRunner, action: () => Promise<void>): Promise<void> {
  await runner.startTransaction();
  try {
    await action();
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}
