import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Uploaded files. Equal contents are stored once; each key has an asset of its own. A deleted asset stays until no
 * job that was accepted before waits for it.
 */
export class CreateAssets1765000010000 implements MigrationInterface {
  readonly name = 'CreateAssets1765000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE asset_contents (
        sha256 text PRIMARY KEY,
        object text NOT NULL,
        bytes bigint NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE assets (
        id uuid PRIMARY KEY,
        key_id text NOT NULL,
        sha256 text NOT NULL REFERENCES asset_contents (sha256),
        name text NOT NULL,
        content_type text NOT NULL,
        bytes bigint NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        deleted_at timestamptz(3)
      )`);
    await createIndexes(runner);
    await runner.query(`
      CREATE TABLE job_assets (
        job_id uuid NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        asset_id uuid NOT NULL REFERENCES assets (id),
        PRIMARY KEY (job_id, asset_id)
      )`);
    await runner.query('CREATE INDEX job_assets_of_asset ON job_assets (asset_id)');
    await createUploads(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'asset_upload_parts',
      'asset_uploads',
      'asset_usage',
      'job_assets',
      'assets',
      'asset_contents',
    ]) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

async function createIndexes(runner: QueryRunner): Promise<void> {
  const live = 'WHERE deleted_at IS NULL';
  await runner.query(
    `CREATE UNIQUE INDEX assets_content_of_key ON assets (key_id, sha256) ${live}`,
  );
  await runner.query(`CREATE INDEX assets_newest ON assets (created_at DESC, id DESC) ${live}`);
  await runner.query(
    `CREATE INDEX assets_newest_of_key ON assets (key_id, created_at DESC, id DESC) ${live}`,
  );
  await runner.query('CREATE INDEX assets_of_content ON assets (sha256)');
  await runner.query(
    'CREATE INDEX assets_deleted ON assets (deleted_at) WHERE deleted_at IS NOT NULL',
  );
}

/** Uploads in parts, and what each key has, with what its unfinished uploads will add. */
async function createUploads(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE asset_usage (
      key_id text PRIMARY KEY,
      assets bigint NOT NULL,
      bytes bigint NOT NULL
    )`);
  await runner.query(`
    CREATE TABLE asset_uploads (
      id uuid PRIMARY KEY,
      key_id text NOT NULL,
      name text NOT NULL,
      metadata json NOT NULL,
      size bigint NOT NULL,
      received bigint NOT NULL DEFAULT 0,
      asset_id uuid,
      created_at timestamptz(3) NOT NULL DEFAULT now()
    )`);
  await runner.query('CREATE INDEX asset_uploads_oldest ON asset_uploads (created_at)');
  await runner.query(`
    CREATE TABLE asset_upload_parts (
      upload_id uuid NOT NULL REFERENCES asset_uploads (id) ON DELETE CASCADE,
      start bigint NOT NULL,
      bytes bigint NOT NULL,
      object text NOT NULL,
      PRIMARY KEY (upload_id, start)
    )`);
}
