import type { CodedStream } from '../../../core/h264/access-units.js';
import { presentationOrder } from '../../../core/h264/presentation-order.js';
import type { SegmentEncoder } from '../encoders/segment-encoder.js';
import type { CodedPicture } from './segment-file.js';
import type { FilterRun } from './segment-filters.js';

/**
 * x264 needs this many frames when it reorders pictures, and every level here allows them. A still segment
 * would declare one.
 */
export const DECODER_FRAMES = 4;

export interface EncodedSegment {
  readonly sps: Uint8Array;
  readonly pps: Uint8Array;
  /** The pictures of all frames, in decoding order. */
  readonly pictures: readonly CodedPicture[];
}

export interface EncodeRun extends Omit<
  FilterRun,
  'output' | 'outputOptions' | 'lastFilters' | 'gpu'
> {
  readonly encoder: SegmentEncoder;
  /** Threads of the encoder. */
  readonly threads: number;
}

/**
 * The pictures of a stream in which every frame is encoded.
 *
 * @param firstFrame the frame of the segment with which the stream begins
 * @throws Error if their number is not that of the frames
 */
export function movingPictures(
  units: CodedStream['accessUnits'],
  frameCount: number,
  firstFrame = 0,
): CodedPicture[] {
  if (units.length !== frameCount) {
    throw new Error(`expected ${frameCount} encoded pictures, but got ${units.length}`);
  }
  const order = presentationOrder(units);
  return units.map(({ slices, idr }, index) => ({
    nals: slices,
    frame: firstFrame + order[index]!,
    sync: idr,
  }));
}
