import { unpackedFont } from './unpacked-fonts.js';
import { isWoff, unpackWoff } from './woff.js';
import { isWoff2, unpackWoff2 } from './woff2.js';

/**
 * A TrueType or OpenType font from one that may be compressed as WOFF or WOFF2.
 *
 * @throws Error if the font is compressed and broken
 */
export function unpackFont(bytes: Buffer): Buffer {
  if (isWoff(bytes)) return unpackWoff(bytes);
  return isWoff2(bytes) ? (unpackedFont(bytes) ?? Buffer.from(unpackWoff2(bytes))) : bytes;
}
