import { readFile } from 'node:fs/promises';

/** Reads 16-bit little-endian mono samples, and scales them to -1 to 1. */
export async function readPcm16(path: string): Promise<Float32Array> {
  const bytes = await readFile(path);
  // A loop, because `Float32Array.from` calls a function and an iterator for each of millions of samples.
  const samples = new Float32Array(bytes.length >> 1);
  for (let index = 0; index < samples.length; index++) {
    samples[index] = bytes.readInt16LE(index * 2) / 32_768;
  }
  return samples;
}
