import { readFile } from 'node:fs/promises';

/** Reads 16-bit little-endian mono samples, and scales them to -1 to 1. */
export async function readPcm16(path: string): Promise<Float32Array> {
  const bytes = await readFile(path);
  return Float32Array.from(
    { length: bytes.length >> 1 },
    (_, index) => bytes.readInt16LE(index * 2) / 32_768,
  );
}
