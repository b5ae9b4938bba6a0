import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Templates with their revisions, and batches of jobs. */
export class CreateTemplates1764000005000 implements MigrationInterface {
  readonly name = 'CreateTemplates1764000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE templates (
        id uuid PRIMARY KEY,
        key_id text NOT NULL,
        name text NOT NULL,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        deleted_at timestamptz(3)
      )`);
    await runner.query(
      `CREATE INDEX templates_newest ON templates (created_at DESC, id DESC)
         WHERE deleted_at IS NULL`,
    );
    await runner.query(
      `CREATE INDEX templates_newest_of_key ON templates (key_id, created_at DESC, id DESC)
         WHERE deleted_at IS NULL`,
    );
    await runner.query(`
      CREATE TABLE template_revisions (
        template_id uuid NOT NULL REFERENCES templates (id),
        revision integer NOT NULL,
        name text NOT NULL,
        config jsonb NOT NULL,
        variables jsonb NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (template_id, revision)
      )`);

    await runner.query(`
      CREATE TABLE batches (
        id uuid PRIMARY KEY,
        key_id text NOT NULL,
        request_id text NOT NULL,
        size integer NOT NULL CHECK (size > 0),
        created_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      ALTER TABLE jobs
        ADD COLUMN batch_id uuid REFERENCES batches (id),
        ADD COLUMN template_id uuid REFERENCES templates (id),
        ADD COLUMN template_revision integer`);
    await runner.query(
      `CREATE INDEX jobs_newest_of_batch ON jobs (batch_id, created_at DESC, id DESC)
         WHERE batch_id IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX jobs_newest_of_batch');
    await runner.query(`
      ALTER TABLE jobs
        DROP COLUMN batch_id, DROP COLUMN template_id, DROP COLUMN template_revision`);
    await runner.query('DROP TABLE batches');
    await runner.query('DROP TABLE template_revisions');
    await runner.query('DROP TABLE templates');
  }
}
