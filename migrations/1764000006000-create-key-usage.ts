import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each API key has stored today. */
export class CreateKeyUsage1764000006000 implements MigrationInterface {
  readonly name = 'CreateKeyUsage1764000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE key_usage (
        key_id text PRIMARY KEY,
        day date NOT NULL,
        config_bytes bigint NOT NULL CHECK (config_bytes >= 0)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE key_usage');
  }
}
