import type { FileExtent } from '../../../core/media/file-extent.js';
import type { FileReader } from './file-reader.js';

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const MIN_ZEROS = 64;
const WINDOW_BYTES = 1 << 16;

/**
 * JPEG: the end marker. Some cameras omit it, so the picture may be complete without it, and the decoder
 * shows whether it is. The decoder does not notice zeros, because it reads them as pixels.
 */
export async function jpegExtent(reader: FileReader): Promise<Partial<FileExtent>> {
  let hasScan = false;
  for (let at = 2; at + 1 < reader.size;) {
    const window = await reader.read(at, WINDOW_BYTES);
    const found = scanWindow(window, at + window.length >= reader.size, hasScan);
    if (found.isEnd) return {};
    hasScan = found.hasScan;
    at += Math.max(1, found.next);
  }
  const zeros = await reader.trailingZeros();
  return {
    lostZeros: zeros >= MIN_ZEROS ? zeros : 0,
    missingPart: hasScan ? null : 'its entire picture',
  };
}

/** Goes from mark to mark, as far as they stand in the window with their lengths. */
function scanWindow(window: Buffer, isLast: boolean, hadScan: boolean) {
  let hasScan = hadScan;
  let at = 0;
  while (at < window.length) {
    const next = window.indexOf(0xff, at);
    if (next < 0 || next + 1 >= window.length) break;
    if (!isLast && next + 4 > window.length) return { isEnd: false, hasScan, next };
    const marker = window[next + 1]!;
    if (marker === END_OF_IMAGE && hasScan) return { isEnd: true, hasScan, next };
    if (marker === 0xff) at = next + 1;
    else if (marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= END_OF_IMAGE)) {
      at = next + 2;
    } else {
      hasScan ||= marker === START_OF_SCAN;
      at = next + 2 + (next + 3 < window.length ? window.readUInt16BE(next + 2) : 2);
    }
  }
  // The last byte may be the first of a mark.
  const rest = isLast || window.at(-1) !== 0xff ? window.length : window.length - 1;
  return { isEnd: false, hasScan, next: Math.max(at, rest) };
}
