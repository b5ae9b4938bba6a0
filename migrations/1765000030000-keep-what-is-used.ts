import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What retention leaves alone: files that somebody downloads, and assets that were used not long ago. The version
 * before ignores both.
 */
export class KeepWhatIsUsed1765000030000 implements MigrationInterface {
  readonly name = 'KeepWhatIsUsed1765000030000';

  async up(runner: QueryRunner): Promise<void> {
    // Assets that exist count as used now, because nobody noted their use.
    await runner.query(
      'ALTER TABLE assets ADD COLUMN last_used_at timestamptz(3) NOT NULL DEFAULT now()',
    );
    await runner.query(
      'CREATE INDEX assets_least_used ON assets (last_used_at, id) WHERE deleted_at IS NULL',
    );
    await runner.query(`
      CREATE TABLE downloads (
        process uuid NOT NULL,
        object text NOT NULL,
        until timestamptz(3) NOT NULL,
        PRIMARY KEY (object, process)
      )`);
    await runner.query('CREATE INDEX downloads_ended ON downloads (until)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE downloads');
    await runner.query('ALTER TABLE assets DROP COLUMN last_used_at');
  }
}
