import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a stream to a new file, and compares the SHA-256 of what came with the one that is expected.
 *
 * @returns false if they differ; no file is left then, nor after an error
 */
export async function writeChecked(
  stream: Readable,
  target: string,
  digest: string,
  signal: AbortSignal,
): Promise<boolean> {
  const hash = createHash('sha256');
  async function* hashed(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  }
  let isWhole = false;
  try {
    await pipeline(stream, hashed, createWriteStream(target, { flags: 'wx' }), { signal });
    isWhole = hash.digest('hex') === digest;
  } finally {
    if (!isWhole) await rm(target, { force: true });
  }
  return isWhole;
}
