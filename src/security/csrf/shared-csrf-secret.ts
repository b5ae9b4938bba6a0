import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { readSecret } from '../../engine/files/secret-file.js';

/**
 * The secret in the database, so that the token of one API process is accepted by all others. Processes that
 * start at the same time get the same secret.
 *
 * @param dataDir the folder in which versions before 0.5 kept the secret, whose tokens stay valid
 */
export async function sharedCsrfSecret(dataSource: DataSource, dataDir: string): Promise<string> {
  const before = await readSecret(join(dataDir, 'secrets', 'csrf-secret'));
  await dataSource.query(
    `INSERT INTO service_secrets (name, secret) VALUES ('csrf', $1) ON CONFLICT DO NOTHING`,
    [before ?? randomBytes(32).toString('base64url')],
  );
  const [row] = await dataSource.query<{ secret: string }[]>(
    `SELECT secret FROM service_secrets WHERE name = 'csrf'`,
  );
  return row!.secret;
}
