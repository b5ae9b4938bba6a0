import initialize from 'wawoff2/decompress.js';
import binding from 'wawoff2/build/decompress_binding.js';

const SIGNATURE = 0x774f4632;
/** The offset of the uncompressed size in the header (W3C WOFF 2.0, 4.1). */
const TOTAL_SIZE_AT = 16;
const MAX_UNPACKED_BYTES = 64 << 20;

/** Resolves when {@link unpackWoff2} can be called, after its WebAssembly is compiled. */
export const woff2Ready: Promise<unknown> = initialize(new Uint8Array(0)).catch(() => null);

export function isWoff2(bytes: Buffer): boolean {
  return bytes.length > TOTAL_SIZE_AT + 4 && bytes.readUInt32BE(0) === SIGNATURE;
}

/**
 * Decompresses a WOFF2 file to a TrueType or OpenType font, within WebAssembly.
 *
 * @throws Error if the file is broken or larger than 64 MiB after decompression
 */
export function unpackWoff2(bytes: Buffer): Uint8Array {
  if (bytes.readUInt32BE(TOTAL_SIZE_AT) > MAX_UNPACKED_BYTES) {
    throw new Error('The font is larger than 64 MiB after decompression.');
  }
  const font = binding.decompress(bytes);
  if (font === false) throw new Error('The WOFF2 file is damaged.');
  // Copied, because the next call overwrites this memory.
  return Uint8Array.from(font);
}
