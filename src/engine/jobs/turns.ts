import type { EntityManager, QueryRunner } from 'typeorm';
import { LOWEST_PRIORITY } from '../../core/job/priority.js';
import { prepared } from '../database/prepared.js';
import { TURNS_BEFORE_SHIFT } from './queue-order.js';
import type { JobMessages } from './job-messages.js';

/** An arbitrary number for the lock that submissions share, and that {@link shiftTurns} has alone. */
export const QUEUE_ORDER_LOCK = 7_230_143;

/** The day of the database, in UTC. */
export const TODAY = `(now() AT TIME ZONE 'UTC')::date`;

/** Turns of a key, and what the key has. */
export interface TurnsTaken {
  /** The first turn. The others follow. */
  readonly first: number;
  readonly base: number;
  /** Jobs that waited before. */
  readonly pending: number;
  readonly keptBytes: number;
  /** Seconds of the videos that were finished today. */
  readonly daySeconds: number;
}

/**
 * Takes turns for new jobs of a key whose usage is locked. This is start-time fair queuing: the virtual time is
 * the turn of the job that started last. A key that has nothing in the queue takes its next turn at that time,
 * and one with waiting jobs after those, so that jobs of different keys start alternately. A key gains nothing
 * from having been idle. Since jobs can be cancelled, the last turn of a key counts as no later than the
 * number of its waiting jobs allows.
 */
export async function takeTurns(
  runner: QueryRunner,
  {
    keyId,
    priority,
    jobs,
  }: { readonly keyId: string; readonly priority: number; readonly jobs: number },
): Promise<TurnsTaken> {
  const result = await runner.query(
    prepared(`WITH counts AS (
       SELECT COALESCE(sum(pending), 0)::bigint AS pending, COALESCE(sum(kept_bytes), 0) AS kept_bytes,
         COALESCE(sum(day_ms) FILTER (WHERE day = ${TODAY}), 0) AS day_ms
       FROM key_counts WHERE key_id = $1)
     UPDATE key_usage SET last_turns[$2] = $3 - 1 + GREATEST(
       queue_turns.turn, 1 + LEAST(last_turns[$2], queue_turns.turn + counts.pending))
     FROM counts, queue_turns WHERE key_usage.key_id = $1 AND queue_turns.priority = $4
     RETURNING (last_turns[$2] - $3 + 1)::float8 AS first, base::float8, pending::float8,
       kept_bytes::float8 AS "keptBytes", day_ms::float8 / 1000 AS "daySeconds"`),
    [keyId, priority - LOWEST_PRIORITY + 1, jobs, priority],
    true,
  );
  return (result.records as [TurnsTaken])[0];
}

/**
 * Counts the turns of a priority from a later one if they are about to exceed their range. Messages that wait
 * move with them, and keep their order.
 */
export async function shiftTurns(
  manager: EntityManager,
  messages: Pick<JobMessages, 'raise'>,
  before = TURNS_BEFORE_SHIFT,
): Promise<void> {
  const due = await lateTurns(manager, before);
  if (due.length === 0) return;
  await manager.query('SELECT pg_advisory_xact_lock($1)', [QUEUE_ORDER_LOCK]);
  for (const { priority, turn, base } of await lateTurns(manager, before)) {
    await manager.query('UPDATE queue_turns SET base = $2 WHERE priority = $1', [priority, turn]);
    await messages.raise(manager, priority, turn - base);
  }
}

function lateTurns(
  manager: EntityManager,
  before: number,
): Promise<{ priority: number; turn: number; base: number }[]> {
  return manager.query(
    `SELECT priority, turn::float8, base::float8 FROM queue_turns WHERE turn - base > $1`,
    [before],
  );
}
