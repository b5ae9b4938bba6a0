import type { FileExtent } from '../../../core/media/file-extent.js';
import type { FileReader } from './file-reader.js';

const EXTENSION = 0x21;
const PICTURE = 0x2c;
const TRAILER = 0x3b;
const LEAST_ZEROS = 64;
/** Blocks and pieces that are walked: those of 4 GB of pictures. A file with more is not checked. */
const MOST_STEPS = 16_000_000;

/**
 * GIF: a row of blocks, made of pieces with their lengths. The trailer behind them is often forgotten,
 * and often followed by something else.
 */
export async function gifExtent(
  reader: FileReader,
  mostSteps = MOST_STEPS,
): Promise<Partial<FileExtent>> {
  const head = await reader.read(0, 13);
  if (head.length < 13) return { missingPart: 'all of its picture' };
  let at = 13 + tableBytes(head[10]!);
  let pictures = 0;
  const steps = { left: mostSteps };
  while (at < reader.size) {
    const kind = reader.loadedByte(at) ?? (await reader.read(at, 1))[0]!;
    if (kind === TRAILER) return {};
    if (kind !== EXTENSION && kind !== PICTURE) {
      const zeros = await reader.trailingZeros();
      return zeros >= LEAST_ZEROS && reader.size - zeros <= at ? { lostZeros: zeros } : {};
    }
    if (kind === PICTURE) pictures++;
    const end = await blockEnd(reader, at, kind, steps);
    if (steps.left <= 0) return {};
    if (end === null) return { truncatedIn: cutIn(kind, pictures), isClearlyTruncated: true };
    at = end;
  }
  return pictures > 0 ? {} : { missingPart: 'all of its picture' };
}

function cutIn(kind: number, pictures: number): string {
  return kind === PICTURE ? `picture ${pictures}` : `the data after picture ${pictures}`;
}

/** Where the next block begins; null: the file ends before. */
async function blockEnd(
  reader: FileReader,
  at: number,
  kind: number,
  steps: { left: number },
): Promise<number | null> {
  let piece = at + 2;
  if (kind === PICTURE) {
    const flags = reader.loadedByte(at + 9) ?? (await reader.read(at + 9, 1))[0];
    piece = at + 10 + tableBytes(flags ?? 0) + 1;
  }
  for (;;) {
    steps.left--;
    if (steps.left <= 0) return null;
    // Bytes that are loaded are not waited for: a wait for each of millions costs minutes.
    const length = reader.loadedByte(piece) ?? (await reader.read(piece, 1))[0];
    if (length === undefined) return null;
    piece += 1 + length;
    if (length === 0) return piece;
  }
}

/** Bytes of the colour table that some flags tell of. */
function tableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}
