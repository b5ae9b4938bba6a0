import { ApiError, client } from '../api/index.js';
import type { VideoConfig } from '../api/index.js';
import { type MakePicture, PictureQueue } from './picture-queue.js';

const AT_ONCE = 2;
const KEPT = 160;
/** The service says when a busy one has time. */
const ATTEMPTS = 4;
const PAUSE_SECONDS = 2;

/** The pictures of the page that the service makes. */
export const pictures = new PictureQueue(AT_ONCE, KEPT);

/** Makes a frame of a config, small. */
export function still(config: unknown, { at, width }: { at: number; width: number }): MakePicture {
  return (signal) =>
    patiently(signal, async () => {
      const api = client.peek();
      if (api === null) throw new DOMException('The session has ended.', 'AbortError');
      const options = { at, width, format: 'webp' as const, signal };
      return (await api.previews.still(config as VideoConfig, options)).blob;
    });
}

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
