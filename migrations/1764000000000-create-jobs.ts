import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Jobs and their audit trail. */
export class CreateJobs1764000000000 implements MigrationInterface {
  readonly name = 'CreateJobs1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE jobs (
        id uuid PRIMARY KEY,
        key_id text NOT NULL,
        request_id text NOT NULL,
        status text NOT NULL DEFAULT 'pending'
          CHECK (status IN ('pending', 'processing', 'completed', 'failed', 'cancelled')),
        progress real NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
        current_step text,
        attempt integer NOT NULL DEFAULT 0,
        worker_id text,
        config jsonb NOT NULL,
        steps jsonb NOT NULL DEFAULT '[]',
        warnings jsonb NOT NULL DEFAULT '[]',
        result jsonb,
        error_code text,
        error_message text,
        error_pointer text,
        created_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        finished_at timestamptz,
        updated_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz,
        CHECK ((status = 'completed') = (result IS NOT NULL)),
        CHECK ((status = 'failed') = (error_code IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX jobs_newest ON jobs (created_at DESC, id DESC)');
    await runner.query(
      'CREATE INDEX jobs_newest_of_key ON jobs (key_id, created_at DESC, id DESC)',
    );
    await runner.query(
      'CREATE INDEX jobs_newest_of_status ON jobs (status, created_at DESC, id DESC)',
    );
    await runner.query(`
      CREATE TABLE audit_events (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        job_id uuid,
        key_id text,
        request_id text,
        type text NOT NULL,
        data jsonb NOT NULL DEFAULT '{}',
        at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await runner.query('CREATE INDEX audit_events_of_job ON audit_events (job_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_events');
    await runner.query('DROP TABLE jobs');
  }
}
