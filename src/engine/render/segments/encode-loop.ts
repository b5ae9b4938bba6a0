import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseByteStream, sameBytes } from '../../../core/h264/access-units.js';
import { withDecoderBuffer } from '../../../core/h264/decoder-buffer.js';
import { passesGraph, passLabel } from '../../../core/render/filters/filtergraph.js';
import type { Segment } from '../../../core/render/segment/types.js';
import { X264 } from '../encoders/segment-encoder.js';
import { firstPassOptions, nextPassOptions, STATS_FILES } from '../encoders/x264-options.js';
import {
  DECODER_FRAMES,
  type EncodedSegment,
  type EncodeRun,
  movingPictures,
} from './encoded-segment.js';
import type { SegmentFilters } from './segment-filters.js';

const FORMAT: readonly string[] = ['-an', '-f', 'h264'];

/**
 * Encodes a segment that consists of passes of a loop: the first one as any segment, then all others side by side. Their
 * sources are decoded and scaled once, and x264 does not look ahead in them, because it knows the first pass.
 *
 * @returns null if the segment must be encoded as a whole
 */
export async function encodeLoop(
  { loop, encodedSize }: Segment,
  filters: SegmentFilters,
  { encoder, threads, onPicture, ...run }: EncodeRun,
): Promise<EncodedSegment | null> {
  if (loop === null || encoder !== X264 || encodedSize !== undefined) return null;
  const first = { ...loop.first };
  const { fps, frameCount } = first;
  const others = loop.others.map((pass) => ({ ...pass }));
  const folders = { first: `${run.folder}-first`, others: `${run.folder}-others` };
  const read = (folder: string, label: string) => readFile(join(folder, fileOf(label)));
  try {
    await filters.run(first, {
      ...run,
      ...{ folder: folders.first, threads, onPicture },
      outputOptions: [...firstPassOptions(loop, threads), ...FORMAT],
      output: fileOf(passLabel(0)),
    });
    const stream = await read(folders.first, passLabel(0));
    const bitsPerSecond = (stream.length * 8 * fps.num) / (frameCount * fps.den);
    const options = [...nextPassOptions(loop, threads, bitsPerSecond), ...FORMAT];
    await filters.run(first, {
      ...run,
      ...{ folder: folders.others, threads },
      graph: passesGraph(first, others),
      files: STATS_FILES.map((name) => join(folders.first, name)),
      outputOptions: options,
      output: fileOf(passLabel(0)),
      others: others
        .map((_, index) => ({ label: passLabel(index), options, file: fileOf(passLabel(index)) }))
        .slice(1),
      onPicture: (count) => onPicture?.(frameCount + count * others.length),
    });
    const streams = [parseByteStream(stream)];
    for (const index of others.keys()) {
      streams.push(parseByteStream(await read(folders.others, passLabel(index))));
    }
    const { sps, pps } = streams[0]!;
    if (!streams.every((one) => sameBytes(one.sps, sps) && sameBytes(one.pps, pps))) return null;
    const pictures = streams.flatMap(({ accessUnits }, index) => {
      const count = others[index - 1]?.frameCount ?? frameCount;
      return movingPictures(accessUnits, count, index * frameCount);
    });
    return { sps: withDecoderBuffer(sps, DECODER_FRAMES), pps, pictures };
  } finally {
    await rm(folders.first, { recursive: true, force: true });
    await rm(folders.others, { recursive: true, force: true });
  }
}

const fileOf = (label: string) => `${label}.h264`;
