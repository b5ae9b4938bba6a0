import { HIGHEST_PRIORITY, LOWEST_PRIORITY } from '../../core/job/priority.js';

/** The turns of one priority: more than may wait at the same time. */
const TURNS = 2 ** 28;

/** When the turns are counted from a later one, so that priorities stay within their ranges. */
export const TURNS_BEFORE_SHIFT = TURNS / 2;

/** The most that a running limit of a key can be. */
export const MOST_RUNNING_JOBS = 200;

/** The place of a job in the queue. */
export interface QueuePlace {
  readonly priority: number;
  /** Within a priority, jobs start in the order of their turns. */
  readonly turn: number;
  /** The turn from which the messages of this priority count. */
  readonly base: number;
}

/** A message for the queue. */
export interface QueuedJob {
  readonly jobId: string;
  readonly place: QueuePlace;
  /** Jobs of the key that may run at the same time. Null: any number. */
  readonly running: { readonly keyId: string; readonly most: number } | null;
}

/**
 * The priority of a message: a range for each priority of a job, and within it the earliest turn first. It is
 * a 4-byte integer. Greater values than {@link HIGHEST_QUEUE_PRIORITY} come before all jobs.
 */
export function queuePriority({ priority, turn, base }: QueuePlace): number {
  return priority * TURNS - (turn - base);
}

/** Messages of jobs have at most this priority. A job that was skipped for long may exceed its own range. */
export const HIGHEST_QUEUE_PRIORITY = HIGHEST_PRIORITY * TURNS + TURNS_BEFORE_SHIFT;

/** The messages of a priority. */
export function queueRange(priority: number): {
  readonly lowest: number;
  readonly highest: number;
} {
  const highest = priority * TURNS + TURNS_BEFORE_SHIFT - 1;
  return { lowest: highest - TURNS + 1, highest };
}

/** All priorities, lowest first. */
export const PRIORITIES: readonly number[] = Array.from(
  { length: HIGHEST_PRIORITY - LOWEST_PRIORITY + 1 },
  (_, index) => LOWEST_PRIORITY + index,
);
