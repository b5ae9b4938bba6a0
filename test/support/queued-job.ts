import type { QueuedJob } from '../../src/engine/jobs/queue-order.js';

/** A message in the first turn of the default priority, of a key without a running limit. */
export function queuedJob(jobId: string): QueuedJob {
  return { jobId, place: { priority: 0, turn: 1, base: 0 }, running: null };
}
