import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a request has begun to send the bytes of an upload. One without is ended soon, because the answer with its
 * address may be lost. The version before ignores this.
 */
export class EndEmptyUploads1765000041000 implements MigrationInterface {
  readonly name = 'EndEmptyUploads1765000041000';

  async up(runner: QueryRunner): Promise<void> {
    // Requests of uploads that exist may be on their way.
    await runner.query('ALTER TABLE asset_uploads ADD COLUMN begun boolean NOT NULL DEFAULT true');
    await runner.query('ALTER TABLE asset_uploads ALTER COLUMN begun SET DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE asset_uploads DROP COLUMN begun');
  }
}
