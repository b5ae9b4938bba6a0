import type { IncomingMessage } from 'node:http';
import { ApiError } from '../errors/api-error.js';
import { sendContinue } from './long-bodies.js';

/** How fast the body of a long request has to arrive. */
export interface BodyPace {
  /** Longest time without data. */
  readonly idleMs: number;
  /** Bytes of each second of waiting on average, after `graceMs`. Slower clients only occupy a connection. */
  readonly minBytesPerSecond: number;
  readonly graceMs: number;
}

export const PACE: BodyPace = { idleMs: 30_000, minBytesPerSecond: 2_048, graceMs: 60_000 };

/** The body ended before its end. The client is gone, and gets no response. */
export class BodyCut extends ApiError {
  constructor(cause?: unknown) {
    super('VALIDATION_ERROR', 'The request body is incomplete.', { cause });
  }
}

/**
 * The chunks of a body as they arrive. Stopping to read leaves the connection open, so that an error can be
 * answered.
 *
 * @throws BodyCut; ApiError REQUEST_TOO_SLOW
 */
export async function* streamedBody(
  req: IncomingMessage,
  pace: BodyPace = PACE,
): AsyncGenerator<Buffer> {
  sendContinue(req);
  const chunks = (req.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>)[
    Symbol.asyncIterator
  ]();
  let [bytes, waitedMs] = [0, 0];
  try {
    for (;;) {
      const startedAt = performance.now();
      const next = await arriving(chunks.next(), pace.idleMs);
      // Not the time that the service takes for a chunk.
      waitedMs += performance.now() - startedAt;
      if (next.done) break;
      bytes += next.value.length;
      yield next.value;
      const isSlow = bytes < (waitedMs / 1000) * pace.minBytesPerSecond;
      if (waitedMs > pace.graceMs && isSlow) throw tooSlow();
    }
  } finally {
    // Not awaited: it waits for a chunk, which may never come.
    void chunks.return?.();
  }
  if (!req.complete) throw new BodyCut();
}

async function arriving<T>(chunk: Promise<T>, idleMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tooSlow()), idleMs);
  });
  // Nobody waits for it once the client is too late.
  chunk.catch(() => {});
  try {
    return await Promise.race([chunk, late]);
  } catch (error) {
    throw error instanceof ApiError ? error : new BodyCut(error);
  } finally {
    clearTimeout(timer);
  }
}

function tooSlow(): ApiError {
  return new ApiError(
    'REQUEST_TOO_SLOW',
    'The body stopped arriving, or arrives too slowly. Continue with an upload in parts (docs/assets.md).',
    { headers: { Connection: 'close' } },
  );
}
