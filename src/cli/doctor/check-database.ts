import pg from 'pg';
import type { Config } from '../../config/types.js';
import { packagedPostgres } from '../../engine/database/postgres-home.js';
import { fault, type Finding, fine } from './finding.js';
import { shellWord } from '../shell/shell-word.js';

const CONNECT_MS = 5_000;
const OLDEST_POSTGRES = 130_000;

/** Checks that the configured Postgres answers, or that the embedded one exists for this machine. */
export async function checkDatabase({
  databaseUrl,
}: Pick<Config, 'databaseUrl'>): Promise<Finding> {
  return databaseUrl === null ? checkEmbedded() : checkServer(databaseUrl);
}

function checkEmbedded(): Finding {
  try {
    packagedPostgres();
    return fine('database', 'The embedded Postgres starts with the service. `render` needs none.');
  } catch (error) {
    const fix =
      'docker run --detach --publish 5432:5432 --env POSTGRES_PASSWORD=secret postgres:18';
    return fault('database', (error as Error).message, fix);
  }
}

async function checkServer(connectionString: string): Promise<Finding> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_MS });
  // A connection that breaks later is no more than a failed statement.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>('SHOW server_version_num');
    const version = Number(Object.values(rows[0]!)[0]);
    const shown = Math.floor(version / 10_000);
    if (version >= OLDEST_POSTGRES) return fine('database', `Postgres ${shown} answers.`);
    return fault('database', `Postgres ${shown} is too old. Use version 13 or newer.`, null);
  } catch (error) {
    return unreachable(error as NodeJS.ErrnoException, connectionString);
  } finally {
    await client.end().catch(() => {});
  }
}

function unreachable(error: NodeJS.ErrnoException, connectionString: string): Finding {
  const { hostname, port, pathname, username } = addressOf(connectionString);
  const reason = error.message || error.code || 'no answer';
  const message = `Postgres at ${hostname}:${port} (DATABASE_URL) does not work: ${reason}.`;
  const database = shellWord(pathname.slice(1) || username || 'videocraft');
  const fixes: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'sudo systemctl start postgresql',
    ENOTFOUND: `getent hosts ${shellWord(hostname)}`,
    '3D000': `createdb --host ${shellWord(hostname)} --port ${port} --username ${shellWord(username)} ${database}`,
    '28P01': `psql --command "\\password ${username}" postgres`,
  };
  return fault('database', message, fixes[error.code ?? ''] ?? null);
}

function addressOf(connectionString: string) {
  try {
    const { hostname, port, pathname, username } = new URL(connectionString);
    return { hostname, port: port || '5432', pathname, username };
  } catch {
    return { hostname: 'the address', port: '5432', pathname: '', username: '' };
  }
}
