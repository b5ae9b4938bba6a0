import type { FileExtent } from '../../../core/media/file-extent.js';
import type { FileReader } from './file-reader.js';

const EXTENSION = 0x21;
const PICTURE = 0x2c;
const TRAILER = 0x3b;
const MIN_ZEROS = 64;
/** Blocks and pieces that are walked: those of 4 GB of pictures. A file with more is not checked. */
const MAX_STEPS = 16_000_000;

/**
 * GIF: a sequence of blocks, which consist of sub-blocks with lengths. The trailer after them is often
 * missing, or followed by other data.
 */
export async function gifExtent(
  reader: FileReader,
  mostSteps = MAX_STEPS,
): Promise<Partial<FileExtent>> {
  const head = await reader.read(0, 13);
  if (head.length < 13) return { missingPart: 'its entire picture' };
  let at = 13 + tableBytes(head[10]!);
  let pictures = 0;
  const steps = { left: mostSteps };
  while (at < reader.size) {
    const kind = reader.loadedByte(at) ?? (await reader.read(at, 1))[0]!;
    if (kind === TRAILER) return {};
    if (kind !== EXTENSION && kind !== PICTURE) {
      const zeros = await reader.trailingZeros();
      return zeros >= MIN_ZEROS && reader.size - zeros <= at ? { lostZeros: zeros } : {};
    }
    if (kind === PICTURE) pictures++;
    const end = await blockEnd(reader, at, kind, steps);
    if (steps.left <= 0) return {};
    if (end === null) return { truncatedIn: cutIn(kind, pictures), isClearlyTruncated: true };
    at = end;
  }
  return pictures > 0 ? {} : { missingPart: 'its entire picture' };
}

function cutIn(kind: number, pictures: number): string {
  return kind === PICTURE ? `picture ${pictures}` : `the data after picture ${pictures}`;
}

/** Position of the next block, or null if the file ends before it. */
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

/** Size in bytes of the color table that the flags declare. */
function tableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}
