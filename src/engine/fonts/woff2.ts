import initialize from 'wawoff2/decompress.js';
import binding from 'wawoff2/build/decompress_binding.js';

const SIGNATURE = 0x774f4632;
/** Where the header has the size of the font unpacked (W3C WOFF 2.0, 4.1). */
const TOTAL_SIZE_AT = 16;
const MAX_UNPACKED_BYTES = 64 << 20;

/** Resolves when {@link unpackWoff2} can be called: its WebAssembly is compiled. */
export const woff2Ready: Promise<unknown> = initialize(new Uint8Array(0)).catch(() => null);

export function isWoff2(bytes: Buffer): boolean {
  return bytes.length > TOTAL_SIZE_AT + 4 && bytes.readUInt32BE(0) === SIGNATURE;
}

/**
 * A WOFF2 file as the TrueType or OpenType font it holds. Runs within WebAssembly.
 *
 * @throws Error when it is broken, or larger than 64 MiB unpacked
 */
export function unpackWoff2(bytes: Buffer): Uint8Array {
  if (bytes.readUInt32BE(TOTAL_SIZE_AT) > MAX_UNPACKED_BYTES) {
    throw new Error('the font is larger than 64 MiB unpacked');
  }
  const font = binding.decompress(bytes);
  if (font === false) throw new Error('the WOFF2 file is broken');
  // A copy: the next call writes over the memory that this one lies in.
  return Uint8Array.from(font);
}
