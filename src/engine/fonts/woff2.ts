import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { compileFunction } from 'node:vm';

const SIGNATURE = 0x774f4632;
/** The offset of the uncompressed size in the header (W3C WOFF 2.0, 4.1). */
const TOTAL_SIZE_AT = 16;
const MAX_UNPACKED_BYTES = 64 << 20;
/** Memory of WebAssembly never shrinks, so an instance with more is replaced. */
const MAX_KEPT_BYTES = 32 << 20;

/** The module of `wawoff2`, with its own memory. */
interface Decompressor {
  decompress(bytes: Uint8Array): Uint8Array | false;
  readonly HEAPU8: Uint8Array;
  onRuntimeInitialized?: () => void;
}

const require = createRequire(import.meta.url);
const path = require.resolve('wawoff2/build/decompress_binding.js');
const source = readFileSync(path, 'utf8');

let current = await load();
let replacing: Promise<void> | null = null;

/** Resolves when no instance is being replaced. */
export async function woff2Ready(): Promise<void> {
  await replacing;
}

/** Bytes of WebAssembly memory that the instance holds. */
export function woff2MemoryBytes(): number {
  return current.HEAPU8.length;
}

export function isWoff2(bytes: Buffer): boolean {
  return bytes.length > TOTAL_SIZE_AT + 4 && bytes.readUInt32BE(0) === SIGNATURE;
}

/**
 * Decompresses a WOFF2 file to a TrueType or OpenType font, within WebAssembly. After a fault, the memory of
 * the instance cannot be trusted, and a new instance serves whoever comes next.
 *
 * @throws Error if the file is broken or larger than 64 MiB after decompression
 */
export function unpackWoff2(bytes: Buffer): Uint8Array {
  if (bytes.readUInt32BE(TOTAL_SIZE_AT) > MAX_UNPACKED_BYTES) {
    throw new Error('The font is larger than 64 MiB after decompression.');
  }
  const font = decompress(bytes);
  if (current.HEAPU8.length > MAX_KEPT_BYTES) replaceInstance();
  if (font === false) throw new Error('The WOFF2 file is damaged.');
  return font;
}

function decompress(bytes: Buffer): Uint8Array | false {
  try {
    const font = current.decompress(bytes);
    // Copied, because the next call overwrites this memory.
    return font && Uint8Array.from(font);
  } catch (cause) {
    replaceInstance();
    throw new Error('The WOFF2 file is damaged.', { cause });
  }
}

function replaceInstance(): void {
  replacing ??= load().then((instance) => {
    current = instance;
    replacing = null;
  });
}

/** Loads an instance. `require` would return the same one again. */
async function load(): Promise<Decompressor> {
  const module = { exports: {} as Decompressor };
  const names = ['module', 'exports', 'require', '__dirname', '__filename'];
  const run = compileFunction(source, names, { filename: path });
  run(module, module.exports, require, dirname(path), path);
  const instance = module.exports;
  await new Promise<void>((resolve) => (instance.onRuntimeInitialized = resolve));
  return instance;
}
