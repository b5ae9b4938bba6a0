import { cutChunks, segmentSeconds } from '../../core/render/plan/segment-cost.js';
import type { Segment } from '../../core/render/segment/types.js';

/**
 * A worker has a chunk for about so many seconds. Jobs that arrive meanwhile wait for its end, and so does this job at
 * its own end. Shorter chunks cost more messages, and read their sources more often.
 */
const CHUNK_SECONDS = 4;

/**
 * Divides segments into chunks for several workers.
 *
 * @param lanes the segments that this worker renders at the same time
 * @param fromSeconds what one worker renders sooner stays there
 * @returns null if it stays there
 */
export function planSpread(
  segments: readonly Segment[],
  indices: readonly number[],
  lanes: number,
  fromSeconds: number,
): number[][] | null {
  const secondsOf = (index: number) => segmentSeconds(segments[index]!);
  const seconds = indices.reduce((sum, index) => sum + secondsOf(index), 0);
  if (seconds < fromSeconds * lanes) return null;
  return cutChunks(indices, secondsOf, Math.min(CHUNK_SECONDS, fromSeconds / 2) * lanes);
}
