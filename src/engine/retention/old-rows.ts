import type { EntityManager } from 'typeorm';
import { IN_USE, type Removable, type StepBounds } from './old-videos.js';

/** A job that can be removed, with its video if it has one. */
export interface OldJob extends Removable {
  readonly hasVideo: boolean;
}

const HAS_VIDEO = `status = 'completed' AND deleted_at IS NULL`;
const JOBS = `SELECT id, finished_at AS since, ${HAS_VIDEO} AS "hasVideo",
    CASE WHEN ${HAS_VIDEO} THEN videos_bytes(result) ELSE 0 END::float8 AS bytes
  FROM jobs WHERE status IN ('completed', 'failed', 'cancelled') AND NOT (${HAS_VIDEO} AND ${IN_USE})`;

/** Jobs that ended more than so many days ago, oldest first, and whether they have a video. */
export function jobsOlderThan(
  manager: EntityManager,
  days: number,
  { most, except }: StepBounds,
): Promise<OldJob[]> {
  return manager.query(
    `${JOBS} AND created_at < now() - $1 * interval '1 day' AND finished_at < now() - $1 * interval '1 day'
       AND id <> ALL ($3::uuid[])
     ORDER BY created_at, id LIMIT $2`,
    [days, most, except],
  );
}

/** Jobs that have ended and are as old as this one or older, oldest first. */
export function jobsBefore(
  manager: EntityManager,
  { createdAt, id }: JobPosition,
  { most, except }: StepBounds,
): Promise<OldJob[]> {
  return manager.query(
    `${JOBS} AND (created_at, id) <= ($1, $2::uuid) AND id <> ALL ($4::uuid[])
     ORDER BY created_at, id LIMIT $3`,
    [createdAt, id, most, except],
  );
}

/** A place in the order of jobs. */
export interface JobPosition {
  /** As Postgres writes it. */
  readonly createdAt: string;
  readonly id: string;
}

/** Jobs whose sizes one statement adds up. */
const SUMMED_AT_ONCE = 10_000;
/** What a row takes beside its config and its result. */
const ROW_BYTES = 500;

/**
 * The newest job with which the rows of all newer ones have more than so many bytes in the database, as they are
 * stored; null: all of them have less. Reads no config.
 */
export async function firstJobBeyond(
  manager: EntityManager,
  maxBytes: number,
): Promise<JobPosition | null> {
  let after: readonly (string | null)[] = [null, null];
  for (let left = maxBytes; ;) {
    const [page]: [SummedJobs] = await manager.query(
      `WITH page AS (
         SELECT created_at, id, pg_column_size(config) + COALESCE(pg_column_size(result), 0) + ${ROW_BYTES} AS size
         FROM jobs WHERE $1::timestamptz IS NULL OR (created_at, id) < ($1, $2::uuid)
         ORDER BY created_at DESC, id DESC LIMIT ${SUMMED_AT_ONCE}),
       summed AS (SELECT *, sum(size) OVER (ORDER BY created_at DESC, id DESC) AS total FROM page)
       SELECT count(*)::int AS jobs, COALESCE(max(total), 0)::float8 AS total,
         (array_agg(json_build_object('createdAt', created_at, 'id', id) ORDER BY total)
           FILTER (WHERE total > $3))[1] AS first,
         (array_agg(json_build_object('createdAt', created_at, 'id', id) ORDER BY created_at, id))[1] AS last
       FROM summed`,
      [...after, left],
    );
    if (page.first !== null || page.jobs < SUMMED_AT_ONCE) return page.first;
    left -= page.total;
    after = [page.last!.createdAt, page.last!.id];
  }
}

interface SummedJobs {
  readonly jobs: number;
  readonly total: number;
  readonly first: JobPosition | null;
  readonly last: JobPosition | null;
}

/** Removes the rows of jobs whose files are gone, and their batches if no job is left of them. */
export async function deleteJobs(manager: EntityManager, ids: readonly string[]): Promise<number> {
  await manager.query('DELETE FROM idempotency_keys WHERE job_id = ANY($1::uuid[])', [ids]);
  const [deleted] = await manager.query<[{ batch_id: string | null }[], number]>(
    `DELETE FROM jobs WHERE id = ANY($1::uuid[]) AND status IN ('completed', 'failed', 'cancelled')
       AND (status <> 'completed' OR deleted_at IS NOT NULL) RETURNING batch_id`,
    [ids],
  );
  const batches = [...new Set(deleted.flatMap(({ batch_id }) => batch_id ?? []))];
  if (batches.length > 0) {
    await manager.query(
      `DELETE FROM batches WHERE id = ANY($1::uuid[])
         AND NOT EXISTS (SELECT 1 FROM jobs WHERE batch_id = batches.id)`,
      [batches],
    );
  }
  return deleted.length;
}

/** Removes revisions of templates before the latest ones. Jobs have copies of them. */
export async function deleteRevisions(
  manager: EntityManager,
  kept: number,
  most: number,
): Promise<number> {
  const [, count] = await manager.query<[unknown[], number]>(
    `DELETE FROM template_revisions WHERE (template_id, revision) IN (
       SELECT template_id, old.revision FROM templates JOIN template_revisions AS old
         ON template_id = templates.id AND old.revision <= templates.revision - $1
       WHERE templates.revision > $1 LIMIT $2)`,
    [kept, most],
  );
  return count;
}

/** Removes idempotency keys that are no longer valid. Each new key removes some, too. */
export async function deleteIdempotencyKeys(manager: EntityManager, most: number): Promise<number> {
  const [, count] = await manager.query<[unknown[], number]>(
    `DELETE FROM idempotency_keys WHERE (key_id, idempotency_key) IN (
       SELECT key_id, idempotency_key FROM idempotency_keys
       WHERE created_at < now() - interval '24 hours' ORDER BY created_at LIMIT $1
       FOR UPDATE SKIP LOCKED)`,
    [most],
  );
  return count;
}

/** Adds an audit event about what was removed. No key owns it. */
export async function recordRemoval(
  manager: EntityManager,
  what: string,
  count: number,
  data: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await manager.query(
    `INSERT INTO audit_events (key_id, type, data) VALUES ('retention', 'retention.applied', $1)`,
    [JSON.stringify({ what, count, ...data })],
  );
}
