import { pictureCount, segmentLayers } from '../segment/segment-layers.js';
import type { Segment } from '../segment/types.js';

/**
 * Seconds of one core, measured on a slow one: segments of 4 s at 360p and 720p with one to three layers took between
 * half and twice what this estimates. A fast core takes a third of it.
 */
const START_SECONDS = 0.4;
/** Seconds for a megapixel of an encoded picture. A still segment decodes its sources for few pictures. */
const STILL_SECONDS = 0.05;
const MOVING_SECONDS = 0.018;
/** How much each layer over the first adds. */
const LAYER_SHARE = 0.1;

/**
 * Estimates how many seconds one core renders a segment, within a factor of about three.
 * Enough to decide how many segments to pass on at once.
 */
export function segmentSeconds(segment: Segment): number {
  const megapixels = (pictureCount(segment) * segment.width * segment.height) / 1_000_000;
  const layers = Math.max(0, segmentLayers(segment).length - 1);
  const each = segment.repeats === null ? MOVING_SECONDS : STILL_SECONDS;
  return START_SECONDS + megapixels * each * (1 + layers * LAYER_SHARE);
}

/**
 * Divides segments into consecutive chunks of about the same cost. A segment is never divided, so a chunk of one
 * segment can cost more.
 *
 * @param indices of the segments
 * @param secondsOf the cost of a segment
 * @param chunkSeconds the cost of a chunk
 */
export function cutChunks(
  indices: readonly number[],
  secondsOf: (index: number) => number,
  chunkSeconds: number,
): number[][] {
  const chunks: number[][] = [];
  let room = 0;
  for (const index of indices) {
    const seconds = secondsOf(index);
    if (chunks.length === 0 || seconds > room) {
      chunks.push([]);
      room = chunkSeconds;
    }
    chunks.at(-1)!.push(index);
    room -= seconds;
  }
  return chunks;
}
