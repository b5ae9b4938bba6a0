import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type CodedStream, parseByteStream } from '../../../core/h264/access-units.js';
import { withDecoderBuffer } from '../../../core/h264/decoder-buffer.js';
import { fillBand, type RowBand } from '../../../core/h264/band-fill.js';
import { BAND_EDGES, bandGraph } from '../../../core/render/filters/filtergraph.js';
import { bandOptions, x264Options } from '../encoders/x264-options.js';
import { fillStills } from '../../../core/h264/still-fill.js';
import type { Segment } from '../../../core/render/segment/types.js';
import type { SegmentEncoder } from '../encoders/segment-encoder.js';
import { encodeLoop } from './encode-loop.js';
import {
  DECODER_FRAMES,
  type EncodedSegment,
  type EncodeRun,
  movingPictures,
} from './encoded-segment.js';
import type { CodedPicture } from './segment-file.js';
import type { SegmentFilters } from './segment-filters.js';

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
  const parted =
    (await encodeBand(segment, filters, run)) ??
    (await encodeLoop(segment, filters, { encoder, threads, ...run }));
  if (parted !== null) return parted;
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

/**
 * Encodes only the rows of a segment that change.
 *
 * @returns null if the segment must be encoded as a whole
 */
async function encodeBand(
  segment: Segment,
  filters: SegmentFilters,
  run: Omit<EncodeRun, 'encoder' | 'threads'>,
): Promise<EncodedSegment | null> {
  const { band, repeats, height, encodedSize } = segment;
  if (band === null || repeats === null || encodedSize !== undefined) return null;
  const { rows, encoder } = band;
  const folder = `${run.folder}-band`;
  const format = ['-an', '-f', 'h264'];
  const edge = x264Options({ ...segment, keyPictures: [0] }, 1);
  const others = Object.values(BAND_EDGES)
    .filter((label) => (label === BAND_EDGES.above ? rows.first > 0 : endsAbove(rows, height)))
    .map((label) => ({ label, options: [...edge, ...format], file: `${label}.h264` }));
  try {
    await filters.run(segment, {
      ...run,
      folder,
      graph: bandGraph(segment, rows),
      outputOptions: [...bandOptions(segment, encoder), ...format],
      output: 'stream.h264',
      others,
    });
    const read = async (file: string) => parseByteStream(await readFile(join(folder, file)));
    const edgeOf = async (wanted: string) => {
      const output = others.find(({ label }) => label === wanted);
      return output === undefined ? null : read(output.file);
    };
    const [above, below] = [await edgeOf(BAND_EDGES.above), await edgeOf(BAND_EDGES.below)];
    const streams = { above, band: await read('stream.h264'), below };
    const filled = fillBand(streams, { rows, height }, repeats);
    if (filled === null) return null;
    const pictures = filled.pictures.map(({ nals, idr }, frame) => ({ nals, frame, sync: idr }));
    return { sps: withDecoderBuffer(filled.sps, DECODER_FRAMES), pps: filled.pps, pictures };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const endsAbove = ({ end }: RowBand, height: number) => end * 16 < height;

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
  return movingPictures(units, frameCount);
}
