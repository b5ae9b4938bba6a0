import { fullBox, u32, u32Table, u64 } from './boxes.js';

/** Consecutive samples of a track in the file. */
export interface Chunk {
  readonly samples: number;
  readonly bytes: number;
}

/**
 * Divides the samples of a track into chunks of about a second, so that what a player needs at one time lies
 * close together.
 *
 * @param sizes bytes of each sample, in decoding order
 * @param secondOf the second in which a sample is decoded
 */
export function chunksOf(sizes: readonly number[], secondOf: (sample: number) => number): Chunk[] {
  const chunks: { samples: number; bytes: number }[] = [];
  sizes.forEach((bytes, sample) => {
    // One chunk for each second, even if it is empty: chunks with the same number lie next to each other.
    while (chunks.length <= secondOf(sample)) chunks.push({ samples: 0, bytes: 0 });
    const chunk = chunks.at(-1)!;
    chunk.samples++;
    chunk.bytes += bytes;
  });
  return chunks;
}

/** The boxes with the positions of samples (ISO/IEC 14496-12, 8.7.3 to 8.7.5). */
export function chunkBoxes(
  sizes: readonly number[],
  chunks: readonly Chunk[],
  offsets: readonly number[],
): Uint8Array[] {
  const placed = chunks.flatMap(({ samples }, index) =>
    samples > 0 ? [{ samples, offset: offsets[index]! }] : [],
  );
  const entries = placed.flatMap(({ samples }, index) =>
    samples === placed[index - 1]?.samples ? [] : [[index + 1, samples, 1]],
  );
  return [
    fullBox('stsc', 0, 0, u32(entries.length), u32Table(entries.flat())),
    fullBox('stsz', 0, 0, u32(0), u32(sizes.length), u32Table(sizes)),
    fullBox('co64', 0, 0, u32(placed.length), ...placed.map(({ offset }) => u64(offset))),
  ];
}
