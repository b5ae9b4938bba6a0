import { Client } from 'pg';
import { dropIndexes, idOf, RARE } from '../../test/support/many-jobs.js';

const STEP = 500_000;
/** Jobs that wait. */
export const PENDING = 1_000;

/** Adds ended jobs with two audit events each, numbered from `from` to below `to`, and jobs that wait. */
export async function fill(url: string, from: number, to: number): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'bench' });
  await client.connect();
  await client.query('SET synchronous_commit = off');
  await client.query('SET session_replication_role = replica');
  await client.query(`SET maintenance_work_mem = '512MB'`);
  await client.query(`DELETE FROM jobs WHERE status = 'pending'`);
  const indexes = await dropIndexes(async (sql) => (await client.query(sql)).rows as unknown[]);
  for (let start = from; start < to; start += STEP) {
    await client.query(insertJobs('completed'), [start, Math.min(start + STEP, to) - 1]);
    await client.query(
      `INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type, at)
       SELECT id, key_id, key_id, request_id, type, created_at + interval '1 second'
       FROM jobs, (VALUES ('job.accepted'), ('job.completed')) AS types (type)
       WHERE id >= $1 AND id < $2`,
      [idOf(start), idOf(Math.min(start + STEP, to))],
    );
  }
  await client.query(insertJobs('pending'), [to, to + PENDING - 1]);
  for (const definition of indexes) await client.query(definition);
  await client.query('DELETE FROM key_counts');
  await client.query(
    `INSERT INTO key_counts (key_id, part, completed, pending, kept_bytes)
     SELECT key_id, 0, count(*) FILTER (WHERE status = 'completed'),
       count(*) FILTER (WHERE status = 'pending'), 0 FROM jobs GROUP BY key_id`,
  );
  await client.query('VACUUM ANALYZE jobs');
  await client.query('VACUUM ANALYZE audit_events');
  await client.end();
}

const FIRST = '2025-01-01';

function insertJobs(status: 'completed' | 'pending'): string {
  return `INSERT INTO jobs (id, key_id, request_id, status, config, created_at, finished_at, result,
      deleted_at, turn)
    SELECT ('018e0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
      CASE WHEN n < 20 THEN '${RARE}' ELSE 'k' || n % 10 END, 'req_' || n, '${status}',
      '{"scenes":[{"duration":1,"elements":[]}]}', at, at + interval '1 minute',
      ${status === 'completed' ? `'{"folder":"x","files":[]}'::jsonb` : 'NULL'},
      CASE WHEN n % 3 = 0 AND '${status}' = 'completed' THEN at END, n
    FROM generate_series($1::int, $2::int) AS n,
      LATERAL (SELECT '${FIRST}'::timestamptz + n * interval '30 seconds' AS at) AS times`;
}
