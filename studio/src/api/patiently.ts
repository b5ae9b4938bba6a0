import { ApiError } from '../../../clients/typescript/src/index.js';

const ATTEMPTS = 4;
/** If the service does not say when it has time. */
const PAUSE_SECONDS = 2;

/** Tries again what the service had no time for. */
export async function patiently<T>(signal: AbortSignal, attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count++) {
    try {
      return await attempt();
    } catch (error) {
      const isBusy = error instanceof ApiError && [429, 503].includes(error.status);
      if (!isBusy || count === ATTEMPTS || signal.aborted) throw error;
      const seconds = error.retryAfterSeconds ?? PAUSE_SECONDS;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      signal.throwIfAborted();
    }
  }
}
