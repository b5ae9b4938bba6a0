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
}

const require = createRequire(import.meta.url);
/** What `wawoff2` compiles is part of its script. */
const WEBASSEMBLY = /"data:application\/octet-stream;base64,([\w+/=]+)"/;

let sources: Sources | null = null;
let current: Decompressor | null = null;

/** Bytes of WebAssembly memory that the instance holds. */
export function woff2MemoryBytes(): number {
  return current?.HEAPU8.length ?? 0;
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
  if (woff2MemoryBytes() > MAX_KEPT_BYTES) current = null;
  if (font === false) throw new Error('The WOFF2 file is damaged.');
  return font;
}

function decompress(bytes: Buffer): Uint8Array | false {
  const instance = (current ??= newInstance());
  try {
    const font = instance.decompress(bytes);
    // Copied, because the next call overwrites this memory.
    return font && Uint8Array.from(font);
  } catch (cause) {
    current = null;
    throw new Error('The WOFF2 file is damaged.', { cause });
  }
}

/** The script of the module, and what it compiles. */
interface Sources {
  readonly script: string;
  readonly path: string;
  readonly compiled: WebAssembly.Module;
}

function readSources(): Sources {
  const path = require.resolve('wawoff2/build/decompress_binding.js');
  const script = readFileSync(path, 'utf8');
  const bytes = Buffer.from(WEBASSEMBLY.exec(script)![1]!, 'base64');
  return { script, path, compiled: new WebAssembly.Module(bytes) };
}

/** Makes an instance when a font is unpacked. `require` would return the same one again, and make it later. */
function newInstance(): Decompressor {
  const { script, path, compiled } = (sources ??= readSources());
  const module = { exports: {} as Decompressor };
  const options = {
    instantiateWasm(imports: WebAssembly.Imports, receive: (made: WebAssembly.Instance) => void) {
      const instance = new WebAssembly.Instance(compiled, imports);
      receive(instance);
      return instance.exports;
    },
  };
  const names = ['module', 'exports', 'require', '__dirname', '__filename', 'Module'];
  const run = compileFunction(script, names, { filename: path });
  run(module, module.exports, require, dirname(path), path, options);
  return module.exports;
}
