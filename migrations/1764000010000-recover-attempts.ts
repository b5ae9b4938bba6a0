import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is needed to take over the jobs of dead workers, and to retry jobs. */
export class RecoverAttempts1764000010000 implements MigrationInterface {
  readonly name = 'RecoverAttempts1764000010000';

  async up(runner: QueryRunner): Promise<void> {
    // Constant defaults, so that Postgres does not rewrite the table.
    await runner.query(`
      ALTER TABLE jobs
        ADD COLUMN lost_attempts integer NOT NULL DEFAULT 0,
        ADD COLUMN failed_attempts integer NOT NULL DEFAULT 0,
        ADD COLUMN worker_lock bigint,
        ADD COLUMN retry_of uuid`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE jobs DROP COLUMN lost_attempts, DROP COLUMN failed_attempts,
        DROP COLUMN worker_lock, DROP COLUMN retry_of`);
  }
}
