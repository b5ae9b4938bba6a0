import type { EntityManager } from 'typeorm';
import { isHeld } from './download-holds.js';

/** Something that can be removed. */
export interface Removable {
  readonly id: string;
  readonly bytes: number;
  /** Since when it counts as old. */
  readonly since: Date;
}

/** How much a step removes. */
export interface StepBounds {
  readonly most: number;
  /** IDs of what cannot be removed at present, or is removed already. */
  readonly except: readonly string[];
  /** The size of what is removed already, but still counted. */
  readonly freedBytes?: number;
}

interface Candidate extends Removable {
  readonly held: boolean;
}

/** Whether somebody downloads files of a job, or they are still to be delivered. */
export const IN_USE = `(${isHeld(`'videos/' || jobs.id`)} OR EXISTS (
  SELECT 1 FROM outgoing WHERE job_id = jobs.id AND kind = 'file' AND state = 'pending'))`;

const VIDEOS = `SELECT id, videos_bytes(result)::float8 AS bytes, finished_at AS since, ${IN_USE} AS held
  FROM jobs WHERE status = 'completed' AND deleted_at IS NULL`;

/** Finished videos that are older than so many days, oldest first. */
export function videosOlderThan(
  manager: EntityManager,
  days: number,
  { most, except }: StepBounds,
): Promise<Removable[]> {
  return manager.query(
    `${VIDEOS} AND id <> ALL ($3::uuid[]) AND created_at < now() - $1 * interval '1 day'
       AND finished_at < now() - $1 * interval '1 day' AND NOT ${IN_USE}
     ORDER BY created_at, id LIMIT $2`,
    [days, most, except],
  );
}

/**
 * The oldest finished videos without which the others have at most so many bytes. One that is in use goes later: no
 * newer one goes in its place.
 */
export async function videosBeyond(
  manager: EntityManager,
  maxBytes: number,
  { most, except, freedBytes = 0 }: StepBounds,
): Promise<Removable[]> {
  const [{ kept }] = await manager.query<[{ kept: number }]>(
    'SELECT COALESCE(sum(kept_bytes), 0)::float8 AS kept FROM key_counts',
  );
  if (kept - freedBytes <= maxBytes) return [];
  const oldest = await manager.query<Candidate[]>(
    `${VIDEOS} AND id <> ALL ($2::uuid[]) ORDER BY created_at, id LIMIT $1`,
    [most, except],
  );
  return beyond(oldest, kept - freedBytes - maxBytes);
}

/** Those whose removal frees so many bytes, without those that are in use. */
export function beyond<T extends Candidate>(oldest: readonly T[], excessBytes: number): T[] {
  let left = excessBytes;
  return oldest.filter(({ bytes, held }) => {
    const isOver = left > 0;
    left -= bytes;
    return isOver && !held;
  });
}
