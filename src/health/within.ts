import { setTimeout as wait } from 'node:timers/promises';

/** Fails if the action takes longer than `ms`. */
export async function within<T>(ms: number, action: () => Promise<T>): Promise<T> {
  const stop = new AbortController();
  try {
    return await Promise.race([
      action(),
      wait(ms, undefined, { signal: stop.signal }).then(() => {
        throw new Error('timed out');
      }),
    ]);
  } finally {
    stop.abort();
  }
}
