import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type CodedStream, parseByteStream } from '../../../core/h264/access-units.js';
import { withDecoderBuffer } from '../../../core/h264/decoder-buffer.js';
import { presentationOrder } from '../../../core/h264/presentation-order.js';
import { fillStills } from '../../../core/h264/still-fill.js';
import type { Segment } from '../../../core/render/segment/types.js';
import type { SegmentEncoder } from '../encoders/segment-encoder.js';
import type { CodedPicture } from './segment-file.js';
import type { FilterRun, SegmentFilters } from './segment-filters.js';

/**
 * x264 needs this many frames when it reorders pictures, and every level here allows them. A still segment
 * would declare one.
 */
const DECODER_FRAMES = 4;

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
 * Encodes the frames of a segment, and removes its folder afterwards.
 *
 * @throws Error if ffmpeg fails, or its output differs from the plan
 */
export async function encodeSegment(
  segment: Segment,
  filters: SegmentFilters,
  { encoder, threads, ...run }: EncodeRun,
): Promise<EncodedSegment> {
  try {
    await filters.run(segment, {
      ...run,
      threads,
      lastFilters: lastFilters(segment, encoder),
      gpu: encoder.gpu,
      outputOptions: [...encoder.options(segment, threads), '-an', '-f', 'h264'],
      output: 'stream.h264',
    });
    const stream = parseByteStream(await readFile(join(run.folder, 'stream.h264')));
    encoder.check(stream, segment);
    const sps = withDecoderBuffer(stream.sps, DECODER_FRAMES);
    return { sps, pps: stream.pps, pictures: codedPictures(segment, stream.accessUnits) };
  } finally {
    await rm(run.folder, { recursive: true, force: true });
  }
}

/** The filters that make frames smaller, and those that move them into the memory of a GPU. */
function lastFilters({ encodedSize }: Segment, { upload }: SegmentEncoder): string | null {
  const scale = encodedSize ? `scale=${encodedSize.width}:${encodedSize.height}` : null;
  const filters = [scale, upload].filter((filter) => filter !== null);
  return filters.length > 0 ? filters.join(',') : null;
}

function codedPictures(
  { repeats, frameCount }: Segment,
  units: CodedStream['accessUnits'],
): CodedPicture[] {
  if (repeats !== null) {
    return fillStills(units, repeats).map(({ nals, idr }, frame) => ({ nals, frame, sync: idr }));
  }
  if (units.length !== frameCount) {
    throw new Error(`expected ${frameCount} encoded pictures, but got ${units.length}`);
  }
  const order = presentationOrder(units);
  return units.map(({ slices, idr }, index) => ({
    nals: slices,
    frame: order[index]!,
    sync: idr,
  }));
}
