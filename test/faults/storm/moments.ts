import { setTimeout as delay } from 'node:timers/promises';
import type { Host } from './host.js';
import type { Moment } from './schedule.js';

const LOOK_MS = 4;

/**
 * Waits until a worker is at a moment of its job.
 *
 * - fetch: the work folder exists, and the server of sources answers
 * - plan: the sources are there, but no segment is begun
 * - publish: the video is in its place, but the statement that commits it is lost on its way
 * - commit: the job is completed, but the answer is lost
 *
 * @returns false if the signal was aborted first
 */
export async function reach(
  host: Host,
  moment: Moment,
  signal: AbortSignal,
  isFetching: () => boolean,
): Promise<boolean> {
  const { link } = host.options;
  if (moment === 'publish') return link.lose('job.completed', 'statement', signal);
  if (moment === 'commit') return link.lose('job.completed', 'answer', signal);
  while (!signal.aborted) {
    const files = host.workFiles();
    if (files !== null && momentOf(files, isFetching()) === moment) return true;
    await delay(LOOK_MS);
  }
  return false;
}

function momentOf(files: readonly string[], isFetching: boolean): Moment {
  if (files.includes('output')) return 'assemble';
  if (files.includes('segments')) return 'segments';
  return isFetching ? 'fetch' : 'plan';
}
