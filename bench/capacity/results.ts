/** What became of the jobs, as Postgres knows it. */
import type { DataSource } from 'typeorm';

export interface Waits {
  readonly unfinished: number;
  /** From the first submission to the last end. */
  readonly seconds: number;
  /** Seconds from the submission to the start. */
  readonly byKey: readonly { readonly key: string; readonly p50: number; readonly p99: number }[];
}

export async function readWaits(source: DataSource): Promise<Waits> {
  const [all] = (await source.query<unknown>(
    `SELECT count(*) FILTER (WHERE status <> 'completed')::int AS unfinished,
       extract(epoch FROM max(finished_at) - min(created_at))::float8 AS seconds FROM jobs`,
  )) as Omit<Waits, 'byKey'>[];
  if (all!.unfinished > 0) return { ...all!, byKey: [] };
  const byKey = (await source.query<unknown>(
    `WITH waits AS (
       SELECT key_id, extract(epoch FROM started_at - created_at)::float8 AS wait FROM jobs)
     SELECT key_id AS key, percentile_cont(0.5) WITHIN GROUP (ORDER BY wait) AS p50,
       percentile_cont(0.99) WITHIN GROUP (ORDER BY wait) AS p99
     FROM waits GROUP BY key_id ORDER BY key_id`,
  )) as Waits['byKey'];
  return { ...all!, byKey };
}

/** The number of jobs that are missing, or did not end exactly once, and of messages that are left. */
export async function countLost(source: DataSource, jobs: number): Promise<number> {
  const [row] = (await source.query<unknown>(
    `SELECT abs($1 - count(*)) + count(*) FILTER (WHERE ends <> 1) +
       (SELECT count(*) FROM pgboss.job WHERE name LIKE 'render%' AND state < 'completed') AS lost
     FROM (
       SELECT (SELECT count(*) FROM audit_events
               WHERE job_id = jobs.id AND type IN ('job.completed', 'job.failed')) AS ends
       FROM jobs) AS those`,
    [jobs],
  )) as { lost: string }[];
  return Number(row!.lost);
}
