import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The workers of all machines, and what waiting jobs need of a worker. */
export class CreateWorkers1764000050000 implements MigrationInterface {
  readonly name = 'CreateWorkers1764000050000';

  async up(runner: QueryRunner): Promise<void> {
    // Room in each page, so that the frequent updates of `seen_at` stay within it.
    await runner.query(`
      CREATE TABLE workers (
        id text PRIMARY KEY,
        host text NOT NULL,
        pid integer NOT NULL,
        version text NOT NULL,
        abilities jsonb NOT NULL,
        can text[] NOT NULL,
        state text NOT NULL,
        job_id uuid,
        attempt integer,
        free_bytes bigint,
        started_at timestamptz(3) NOT NULL DEFAULT now(),
        seen_at timestamptz(3) NOT NULL DEFAULT now(),
        gone_at timestamptz(3)
      ) WITH (fillfactor = 50)`);
    await runner.query(
      'ALTER TABLE jobs ADD COLUMN needs text[], ADD COLUMN passed_on_at timestamptz(3)',
    );
    await runner.query(`
      CREATE INDEX jobs_needs ON jobs (passed_on_at) WHERE status = 'pending' AND needs IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX jobs_needs');
    await runner.query('ALTER TABLE jobs DROP COLUMN needs, DROP COLUMN passed_on_at');
    await runner.query('DROP TABLE workers');
  }
}
