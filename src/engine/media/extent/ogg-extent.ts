import type { FileExtent } from '../../../core/media/file-extent.js';
import type { FileReader } from './file-reader.js';

/** The first bytes of every page (RFC 3533, 6). */
const CAPTURE = 'OggS';
const HEAD_BYTES = 27;
/** Number of bytes in which the next page is searched for at a time. */
const STRIDE = 1 << 16;
const LAST_PAGE = 0x04;
const MIN_ZEROS = 1024;
/** A day of pages of 20 ms has 4 million. A file with more is not checked. */
const MAX_PAGES = 4_000_000;
/** After so many damaged places, the rest is not searched. */
const MAX_GAPS = 1_000;

/**
 * Ogg: pages with their lengths, of which the last has an end flag. A recording that was stopped may lack the
 * flag, but its last page is complete.
 */
export async function oggExtent(reader: FileReader): Promise<Partial<FileExtent>> {
  const zeros = await reader.trailingZeros();
  const end = zeros >= MIN_ZEROS ? reader.size - zeros : reader.size;
  const cut =
    end < reader.size ? { lostZeros: zeros } : { truncatedIn: 'a page', isClearlyTruncated: true };
  let isLast = false;
  let gaps = 0;
  for (let at = 0, pages = 0; at < end; pages++) {
    if (pages >= MAX_PAGES || gaps >= MAX_GAPS) return corruptionOf(gaps);
    const page = await pageAt(reader, at);
    if (page !== null && at + page.length <= end) {
      isLast = page.isLast;
      at += page.length;
      continue;
    }
    const next = await nextPage(reader, at + 1, end);
    if (next === null) return isLast || gaps > 0 ? corruptionOf(gaps) : cut;
    gaps++;
    at = next;
  }
  return { ...corruptionOf(gaps), ...(!isLast && end < reader.size ? { lostZeros: zeros } : {}) };
}

function corruptionOf(gaps: number): Partial<FileExtent> {
  return { corruption: gaps > 0 ? 'some of its pages cannot be read' : null };
}

/** Null if there is no page, or its header is incomplete. */
async function pageAt(reader: FileReader, at: number) {
  const head = await reader.read(at, HEAD_BYTES + 255);
  if (head.length < HEAD_BYTES || head.toString('latin1', 0, 4) !== CAPTURE) return null;
  const segments = head[26]!;
  if (head.length < HEAD_BYTES + segments) return null;
  const lengths = head.subarray(HEAD_BYTES, HEAD_BYTES + segments);
  const length = HEAD_BYTES + segments + lengths.reduce((sum, bytes) => sum + bytes, 0);
  return { length, isLast: (head[5]! & LAST_PAGE) !== 0 };
}

async function nextPage(reader: FileReader, from: number, end: number): Promise<number | null> {
  for (let at = from; at < end; at += STRIDE) {
    const found = (await reader.read(at, STRIDE + CAPTURE.length)).indexOf(CAPTURE, 0, 'latin1');
    if (found >= 0) return at + found;
  }
  return null;
}
