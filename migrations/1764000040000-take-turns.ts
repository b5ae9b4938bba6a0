import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds what fair turns and the limits of a key need. Columns have constant defaults, so that no table is
 * rewritten and the version before goes on inserting jobs: those take the next turn.
 */
export class TakeTurns1764000040000 implements MigrationInterface {
  readonly name = 'TakeTurns1764000040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE jobs
        ADD COLUMN priority smallint NOT NULL DEFAULT 0,
        ADD COLUMN turn bigint NOT NULL DEFAULT 0`);
    await runner.query(`ALTER TABLE api_keys ADD COLUMN limits jsonb NOT NULL DEFAULT '{}'`);
    // One turn for each priority from -5 to 5.
    await runner.query(`
      ALTER TABLE key_usage
        ADD COLUMN last_turns bigint[] NOT NULL DEFAULT '{0,0,0,0,0,0,0,0,0,0,0}'`);
    await runner.query(`
      CREATE TABLE queue_turns (
        priority smallint PRIMARY KEY,
        turn bigint NOT NULL DEFAULT 0,
        base bigint NOT NULL DEFAULT 0
      ) WITH (fillfactor = 20)`);
    await runner.query(
      'INSERT INTO queue_turns (priority) SELECT priority FROM generate_series(-5, 5) AS priority',
    );
    await runner.query(`
      CREATE TABLE key_counts (
        key_id text NOT NULL,
        part smallint NOT NULL,
        pending bigint NOT NULL DEFAULT 0,
        processing bigint NOT NULL DEFAULT 0,
        completed bigint NOT NULL DEFAULT 0,
        failed bigint NOT NULL DEFAULT 0,
        cancelled bigint NOT NULL DEFAULT 0,
        kept_bytes bigint NOT NULL DEFAULT 0,
        day date NOT NULL DEFAULT '-infinity',
        day_ms bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (key_id, part)
      ) WITH (fillfactor = 50)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE key_counts');
    await runner.query('DROP TABLE queue_turns');
    await runner.query('ALTER TABLE key_usage DROP COLUMN last_turns');
    await runner.query('ALTER TABLE api_keys DROP COLUMN limits');
    await runner.query('ALTER TABLE jobs DROP COLUMN turn, DROP COLUMN priority');
  }
}
