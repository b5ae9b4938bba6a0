import { PassThrough, pipeline, type Readable } from 'node:stream';
import { DeliveryProblem } from '../engine/destinations/types.js';
import { LONGEST_SECONDS } from '../engine/outgoing/outgoing-queue.js';

/** How fast an attempt to deliver has to go on. */
export interface DeliveryPace {
  /** The longest time of an attempt, with all its files. */
  readonly attemptMs: number;
  /** Whatever the time, a file that is being sent has to go on by so many bytes in each window. */
  readonly windowMs: number;
  readonly windowBytes: number;
}

export const DELIVERY_PACE = Symbol('DELIVERY_PACE');
const HOUR_MS = 3_600_000;

/**
 * An attempt ends long before the queue takes its message back: that would not count it, and it would be made again for
 * ever. A file for S3 is read in parts of this many bytes, two at a time.
 */
export const SLOWEST_DELIVERY: DeliveryPace = {
  attemptMs: LONGEST_SECONDS.file * 1000 - HOUR_MS,
  windowMs: 600_000,
  windowBytes: 16 * 1024 * 1024,
};

/** What an attempt gets to stay within its bounds. */
export interface BoundedAttempt {
  /** Aborted with a `DeliveryProblem` at a bound. */
  readonly signal: AbortSignal;
  /** Watches how fast a content is read. */
  readonly watched: (content: Readable) => Readable;
}

/**
 * Makes an attempt within the bounds of a pace. The action has to end when its signal is aborted.
 *
 * @throws DeliveryProblem at a bound, or what the action throws
 */
export async function withinPace<T>(
  { attemptMs, windowMs, windowBytes }: DeliveryPace,
  signal: AbortSignal,
  action: (attempt: BoundedAttempt) => Promise<T>,
): Promise<T> {
  const late = new AbortController();
  const stop = (sentence: string) => late.abort(new DeliveryProblem(sentence, false));
  const windows = new Set<NodeJS.Timeout>();
  const total = setTimeout(() => stop('The delivery takes too long.'), attemptMs);
  const watched = (content: Readable) => {
    let bytes = 0;
    const meter = new PassThrough();
    const window = setInterval(() => {
      if (bytes < windowBytes) stop('The destination takes the file too slowly.');
      bytes = 0;
    }, windowMs);
    windows.add(window);
    const ended = () => clearInterval(window);
    content.on('data', (chunk: Buffer) => (bytes += chunk.length));
    return pipeline(content, meter.once('end', ended).once('close', ended), () => {});
  };
  try {
    return await action({ signal: AbortSignal.any([signal, late.signal]), watched });
  } finally {
    clearTimeout(total);
    for (const window of windows) clearInterval(window);
  }
}
