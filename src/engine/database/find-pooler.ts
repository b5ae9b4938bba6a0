import { CONNECT_TIMEOUT_MS, QUERY_TIMEOUT_MS, RANDOM_PAGE_COST } from './data-source.js';
import { ServiceClient } from './service-client.js';

/** SQLSTATEs of settings that a connection must not bring: protocol_violation, feature_not_supported. */
const REFUSED = new Set(['08P01', '0A000']);

/**
 * Finds out whether a URL leads to a pooler, such as PgBouncer. A pooler lends sessions, so it tells a client
 * another process ID than the one of the session. Some refuse settings instead.
 */
export async function leadsToPooler(url: string): Promise<boolean> {
  const settings = { options: `-c random_page_cost=${RANDOM_PAGE_COST}` };
  try {
    return await withClient(url, settings, async (client) => {
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      return rows[0]!.pid !== (client as unknown as { processID: number }).processID;
    });
  } catch (error) {
    if (REFUSED.has(String((error as { code?: unknown }).code))) return true;
    throw error;
  }
}

/**
 * Makes the planner's setting that of the role in this database, for sessions of a pooler.
 *
 * @returns a warning if the role must not change its settings
 */
export async function keepPlannerSetting(url: string): Promise<string | null> {
  return withClient(url, {}, async (client) => {
    const { rows } = await client.query<{ cost: string }>(
      `SELECT current_setting('random_page_cost') AS cost`,
    );
    if (Number(rows[0]!.cost) === RANDOM_PAGE_COST) return null;
    const statement = `DO $$ BEGIN EXECUTE format(
      'ALTER ROLE %I IN DATABASE %I SET random_page_cost = ${RANDOM_PAGE_COST}',
      current_user, current_database()); END $$`;
    return client.query(statement).then(
      () => null,
      (error: Error) =>
        `The pooler passes on no settings, and the role cannot set random_page_cost to ${RANDOM_PAGE_COST}: ${error.message}. Lists may be slow.`,
    );
  });
}

async function withClient<T>(
  url: string,
  settings: { readonly options?: string },
  action: (client: ServiceClient) => Promise<T>,
): Promise<T> {
  const client = new ServiceClient({
    connectionString: url,
    application_name: 'videocraft',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    ...settings,
  });
  await client.connect();
  try {
    return await action(client);
  } finally {
    await client.end();
  }
}
