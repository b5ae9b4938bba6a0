import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many characters voice engines have spoken for each API key today. */
export class CountVoiceCharacters1765000060000 implements MigrationInterface {
  readonly name = 'CountVoiceCharacters1765000060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE voice_usage (
        key_id text PRIMARY KEY,
        day date NOT NULL,
        characters bigint NOT NULL CHECK (characters >= 0)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE voice_usage');
  }
}
