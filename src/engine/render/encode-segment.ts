import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type CodedStream, readStream } from '../../core/h264/access-units.js';
import { presentationOrder } from '../../core/h264/presentation-order.js';
import { fillStills } from '../../core/h264/still-fill.js';
import type { Segment } from '../../core/render/types.js';
import type { SegmentEncoder } from './segment-encoder.js';
import type { CodedPicture } from './segment-file.js';
import type { FilterRun, SegmentFilters } from './segment-filters.js';

export interface EncodedSegment {
  readonly stream: CodedStream;
  /** The pictures of all frames, in the order of decoding. */
  readonly pictures: readonly CodedPicture[];
}

export interface EncodeRun extends Omit<FilterRun, 'output' | 'outputOptions' | 'upload' | 'gpu'> {
  readonly encoder: SegmentEncoder;
  /** Threads of the encoder. */
  readonly threads: number;
}

/**
 * Encodes the frames of a segment. Its folder is removed again.
 *
 * @throws Error when ffmpeg fails, or what it made is not what was planned
 */
export async function encodeSegment(
  segment: Segment,
  filters: SegmentFilters,
  { encoder, threads, ...run }: EncodeRun,
): Promise<EncodedSegment> {
  try {
    await filters.run(segment, {
      ...{ ...run, threads },
      upload: encoder.upload,
      gpu: encoder.gpu,
      outputOptions: [...encoder.options(segment, threads), '-an', '-f', 'h264'],
      output: 'stream.h264',
    });
    const stream = readStream(await readFile(join(run.folder, 'stream.h264')));
    encoder.check(stream, segment);
    return { stream, pictures: codedPictures(segment, stream.accessUnits) };
  } finally {
    await rm(run.folder, { recursive: true, force: true });
  }
}

function codedPictures(
  { repeats, frameCount }: Segment,
  units: CodedStream['accessUnits'],
): CodedPicture[] {
  if (repeats !== null) {
    return fillStills(units, repeats).map(({ nals, idr }, frame) => ({ nals, frame, sync: idr }));
  }
  if (units.length !== frameCount) {
    throw new Error(`${units.length} pictures were encoded, ${frameCount} planned`);
  }
  const order = presentationOrder(units);
  return units.map(({ slices, idr }, index) => ({
    nals: slices,
    frame: order[index]!,
    sync: idr,
  }));
}
