import { Readable } from 'node:stream';
import { createInflate, constants } from 'node:zlib';

export interface PngShape {
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: number;
  readonly interlaced: boolean;
}

/** Where the seven passes of an interlaced picture begin, and the distances between their pixels. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/**
 * Number of rows that can be decompressed before the data ends or is damaged. For an interlaced picture, the
 * same share of its data.
 */
export async function countRows(data: readonly Buffer[], shape: PngShape): Promise<number> {
  const whole = dataBytes(shape);
  const decompressed = await inflate(data, whole, () => {});
  return Math.floor((decompressed * shape.height) / Math.max(1, whole));
}

/** Size of all rows in bytes, including the filter byte before each row. */
export function dataBytes({ width, height, bitsPerPixel, interlaced }: PngShape): number {
  const rows = (columns: number, count: number) =>
    columns === 0 ? 0 : count * (1 + Math.ceil((columns * bitsPerPixel) / 8));
  if (!interlaced) return rows(width, height);
  return PASSES.reduce((sum, [x, y, across, down]) => {
    const columns = Math.ceil(Math.max(0, width - x) / across);
    return sum + rows(columns, Math.ceil(Math.max(0, height - y) / down));
  }, 0);
}

/** Decompresses as many rows as possible into a buffer. */
export async function inflateRows(data: readonly Buffer[], into: Buffer): Promise<void> {
  await inflate(data, into.length, (piece, at) => piece.copy(into, at));
}

/** Decompresses until the data ends, is damaged, or has produced `most` bytes. Returns the number of bytes. */
async function inflate(
  data: readonly Buffer[],
  most: number,
  take: (piece: Buffer, at: number) => void,
): Promise<number> {
  const pieces = Readable.from(data).pipe(createInflate({ finishFlush: constants.Z_SYNC_FLUSH }));
  let count = 0;
  try {
    for await (const piece of pieces) {
      take(piece as Buffer, count);
      count += (piece as Buffer).length;
      if (count >= most) return most;
    }
  } catch (error) {
    // The data is damaged from here on.
    if (!String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw error;
  }
  return count;
}
