import type { FileExtent } from '../../../core/media/file-extent.js';
import type { FileReader } from './file-reader.js';

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const MIN_ZEROS = 64;

/**
 * JPEG: the end marker. Some cameras omit it, so the picture may be complete without it, and the decoder
 * shows whether it is. The decoder does not notice zeros, because it reads them as pixels.
 */
export async function jpegExtent(reader: FileReader): Promise<Partial<FileExtent>> {
  const file = await reader.read(0, reader.size);
  let hasScan = false;
  for (let at = 2; at + 1 < file.length;) {
    const next = file.indexOf(0xff, at);
    if (next < 0 || next + 1 >= file.length) break;
    const marker = file[next + 1]!;
    if (marker === END_OF_IMAGE && hasScan) return {};
    if (marker === 0xff) at = next + 1;
    else if (marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= END_OF_IMAGE)) {
      at = next + 2;
    } else {
      hasScan ||= marker === START_OF_SCAN;
      at = next + 2 + (next + 3 < file.length ? file.readUInt16BE(next + 2) : 2);
    }
  }
  const zeros = await reader.trailingZeros();
  return {
    lostZeros: zeros >= MIN_ZEROS ? zeros : 0,
    missingPart: hasScan ? null : 'its entire picture',
  };
}
