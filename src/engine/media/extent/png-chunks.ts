import { crc32 } from 'node:zlib';
import type { PngShape } from './png-rows.js';

export interface PngChunk {
  readonly type: string;
  readonly data: Buffer;
  /** False if the chunk is cut off, or its checksum does not match. */
  readonly whole: boolean;
}

/** Hours of an animation have fewer. Of a file with more, only these are read. */
export const MAX_PNG_CHUNKS = 250_000;

/** The chunks of a PNG file (W3C PNG, 5.3). The last one may be cut off. */
export function* pngChunks(file: Buffer): Generator<PngChunk> {
  for (let at = 8, count = 0; at + 8 <= file.length && count < MAX_PNG_CHUNKS; count++) {
    const length = file.readUInt32BE(at);
    const end = at + 8 + length;
    const type = file.toString('latin1', at + 4, at + 8);
    if (!/^[A-Za-z]{4}$/.test(type)) return;
    const isThere = end + 4 <= file.length;
    const whole = isThere && crc32(file.subarray(at + 4, end)) === file.readUInt32BE(end);
    yield { type, data: file.subarray(at + 8, Math.min(end, file.length)), whole };
    if (type === 'IEND') return;
    at = end + 4;
  }
}

/** Reads the header chunk, or returns null if it is missing or damaged. */
export function readPngShape(first: PngChunk | undefined): PngShape | null {
  if (first?.type !== 'IHDR' || !first.whole || first.data.length < 13) return null;
  const samples = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[first.data[9]!];
  if (samples === undefined) return null;
  return {
    width: first.data.readUInt32BE(0),
    height: first.data.readUInt32BE(4),
    bitsPerPixel: first.data[8]! * samples,
    interlaced: first.data[12] === 1,
  };
}
