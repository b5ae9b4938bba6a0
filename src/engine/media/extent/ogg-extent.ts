import type { FileExtent } from '../../../core/media/file-extent.js';
import type { FileReader } from './file-reader.js';

const HEAD_BYTES = 27;
/** Two of the longest pages (RFC 3533, 6): at least one begins in them. */
const TAIL_BYTES = 2 * 65_307;
const LAST_PAGE = 0x04;
const LEAST_ZEROS = 1024;

/**
 * Ogg: pages with their lengths, the last of which says that it is the last. A recording that was
 * stopped may lack that mark, but not a part of a page.
 */
export async function oggExtent(reader: FileReader): Promise<Partial<FileExtent>> {
  const zeros = await reader.trailingZeros();
  const end = zeros >= LEAST_ZEROS ? reader.size - zeros : reader.size;
  const from = Math.max(0, end - TAIL_BYTES);
  const tail = await reader.read(from, end - from);
  let at = tail.indexOf('OggS', 0, 'latin1');
  let isLast = false;
  while (at >= 0 && at < tail.length) {
    const length = pageLength(tail, at);
    if (length === null || at + length > tail.length) {
      return { zeros: end < reader.size ? zeros : 0, endsIn: 'a page', endsShort: true };
    }
    isLast = (tail[at + 5]! & LAST_PAGE) !== 0;
    const next = at + length;
    if (next < tail.length && tail.toString('latin1', next, next + 4) !== 'OggS') {
      // Not a page at all: found by chance, or followed by something else.
      at = tail.indexOf('OggS', at + 1, 'latin1');
    } else at = next;
  }
  return !isLast && end < reader.size ? { zeros } : {};
}

/** Null: not even its header is there. */
function pageLength(tail: Buffer, at: number): number | null {
  if (at + HEAD_BYTES > tail.length) return null;
  const segments = tail[at + 26]!;
  if (at + HEAD_BYTES + segments > tail.length) return null;
  const lengths = tail.subarray(at + HEAD_BYTES, at + HEAD_BYTES + segments);
  return HEAD_BYTES + segments + lengths.reduce((sum, length) => sum + length, 0);
}
