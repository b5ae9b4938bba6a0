import type { MigrationInterface, QueryRunner } from 'typeorm';

/** API keys, and the rate limit counters that several processes share. */
export class CreateApiKeys1764000001000 implements MigrationInterface {
  readonly name = 'CreateApiKeys1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_keys (
        id text PRIMARY KEY,
        name text NOT NULL,
        hash bytea NOT NULL CHECK (length(hash) = 32),
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz,
        revoked_at timestamptz,
        last_used_at timestamptz
      )`);
    // Unlogged: if Postgres crashes and loses a counter, the client only starts a new minute.
    await runner.query(`
      CREATE UNLOGGED TABLE rate_limits (
        client text PRIMARY KEY,
        hits integer NOT NULL,
        resets_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX rate_limits_resets_at ON rate_limits (resets_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rate_limits');
    await runner.query('DROP TABLE api_keys');
  }
}
