import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The store that the jobs of this database have their videos in, and the secrets that all processes share. */
export class CreateStoreIdentity1764000030000 implements MigrationInterface {
  readonly name = 'CreateStoreIdentity1764000030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE store_identity (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        id uuid NOT NULL,
        description text NOT NULL,
        swept_at timestamptz NOT NULL DEFAULT '-infinity'
      )`);
    await runner.query(`
      CREATE TABLE service_secrets (
        name text PRIMARY KEY,
        secret text NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE service_secrets');
    await runner.query('DROP TABLE store_identity');
  }
}
