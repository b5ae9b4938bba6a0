import type { PgBoss } from 'pg-boss';
import { Client } from 'pg';
import { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import { cpuSeconds, print } from './reads.js';

const WAITING = [1_000, 100_000] as const;
const CLAIMS = 200;

/**
 * CPU time of the database for one claim of a worker, while messages wait. `limited`: all but a few belong to a key
 * that has reached its running limit, so that a claim passes them by.
 */
export async function measureClaims(url: string): Promise<void> {
  const queue = new RenderQueue(url, () => {});
  await queue.start();
  const client = new Client({ connectionString: url });
  await client.connect();
  print('Claim while messages wait', ...WAITING.map((waiting) => `${waiting} waiting`));
  for (const kind of ['open', 'limited'] as const) {
    const costs: string[] = [];
    for (const waiting of WAITING) {
      await fillQueue(client, waiting, kind);
      costs.push(`${(await claimCpuMs(queue, client)).toFixed(2)} ms CPU`);
    }
    print(kind === 'open' ? 'all can start' : 'all but 200 over their limit', ...costs);
  }
  await client.end();
  await queue.stop(5_000);
}

async function fillQueue(client: Client, waiting: number, kind: 'open' | 'limited'): Promise<void> {
  await client.query('DELETE FROM pgboss.job');
  const grouped = kind === 'limited';
  await client.query(
    `INSERT INTO pgboss.job (name, data, priority, group_id, group_tier, state, policy)
     SELECT 'render', json_build_object('jobId', gen_random_uuid()), -n,
       CASE WHEN $2 AND n <= $1 - ${CLAIMS} THEN 'hog' END, CASE WHEN $2 THEN '1' END,
       CASE WHEN $2 AND n = 0 THEN 'active' ELSE 'created' END::pgboss.job_state, 'standard'
     FROM generate_series(0, $1::int) AS n`,
    [waiting, grouped],
  );
  await client.query('VACUUM ANALYZE pgboss.job');
}

async function claimCpuMs(queue: RenderQueue, client: Client): Promise<number> {
  const { boss } = queue as unknown as { boss: PgBoss };
  const options = { batchSize: 1, ...queue.fetching };
  await boss.fetch('render', options);
  const before = await queueCpu(client);
  for (let claim = 0; claim < CLAIMS / 2; claim++) {
    const found = await boss.fetch('render', options);
    if (found.length !== 1) throw new Error('A claim found no message.');
  }
  return ((await queueCpu(client)) - before) * (1_000 / (CLAIMS / 2));
}

/** CPU time of all connections of the queue. */
async function queueCpu(client: Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE application_name = 'videocraft-queue'`,
  );
  let seconds = 0;
  for (const { pid } of rows) seconds += await cpuSeconds(pid).catch(() => 0);
  return seconds;
}
