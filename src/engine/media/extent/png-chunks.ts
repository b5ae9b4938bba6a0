import { crc32 } from 'node:zlib';
import type { PngShape } from './png-rows.js';

export interface PngChunk {
  readonly type: string;
  readonly data: Buffer;
  /** False: cut off, or other bytes than were written. */
  readonly whole: boolean;
}

/** Hours of an animation have fewer. Of a file with more, only these are read. */
export const MOST_PNG_CHUNKS = 250_000;

/** The chunks of a PNG file, the last of which may be cut off (W3C PNG, 5.3). */
export function* pngChunks(file: Buffer): Generator<PngChunk> {
  for (let at = 8, count = 0; at + 8 <= file.length && count < MOST_PNG_CHUNKS; count++) {
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

/** What the first chunk says of the picture; null: it is not there, or damaged. */
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
