import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

/** How often a stream may fail without any new data in between. */
const MAX_FAILURES = 3;
/** Waits before a stream is opened again. */
const PAUSE_MS = 200;

/**
 * A stream of a known number of bytes that is opened again where it broke off. It ends only after all of
 * them, and fails if they do not come.
 *
 * @param open opens the stream at an offset
 */
export function resumingStream(
  bytes: number,
  first: Readable,
  open: (offset: number) => Promise<Readable>,
): Readable {
  const stream = Readable.from(chunksOf(bytes, first, open), { objectMode: false });
  // A generator that nobody has begun to read ends without a trace.
  return stream.once('close', () => first.destroy());
}

async function* chunksOf(
  bytes: number,
  first: Readable,
  open: (offset: number) => Promise<Readable>,
): AsyncGenerator<Buffer> {
  let offset = 0;
  let failures = 0;
  let next: Readable | null = first;
  while (offset < bytes) {
    try {
      const stream: Readable = next ?? (await open(offset));
      next = null;
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        if (offset + chunk.length > bytes) throw new Error('There is more data than announced.');
        offset += chunk.length;
        failures = 0;
        yield chunk;
      }
      if (offset < bytes) throw new Error('The stream ended early.');
    } catch (error) {
      next = null;
      failures++;
      if (failures > MAX_FAILURES) throw error;
      await pause(PAUSE_MS);
    }
  }
}
