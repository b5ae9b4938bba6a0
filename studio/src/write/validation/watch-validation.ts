import { effect, signal } from '@preact/signals';
import type { VideoCraft } from '../../../../clients/typescript/src/index.js';
import {
  ApiError,
  client,
  describeFailure,
  reconnections,
  validationOf,
  type VideoRequest,
} from '../../api/index.js';
import { type Problem, setProblems, video } from '../../document/index.js';
import { texts } from '../../texts/index.js';

const SOURCE = 'validation';
const DEBOUNCE_MS = 600;
const AGAIN_MS = 5_000;

/** Whether the service is being asked, or is about to be. */
export const isChecking = signal(false);

let isWatching = false;

/** Asks the service about each version of the video, and publishes what is wrong. It never ends: the page is short. */
export function watchValidation(): void {
  if (isWatching) return;
  isWatching = true;
  effect(() => {
    const { error, value } = video.parsed.value;
    const api = client.value;
    void reconnections.value;
    if (error !== null || api === null) {
      isChecking.value = false;
      return undefined;
    }
    isChecking.value = true;
    const controller = new AbortController();
    const timer = setTimeout(() => void check(api, value, controller.signal), DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  });
}

async function check(api: VideoCraft, value: unknown, stop: AbortSignal): Promise<void> {
  for (;;) {
    try {
      const { issues, warnings } = await validationOf(api, value as VideoRequest);
      if (stop.aborted) return;
      finish([...problemsOf(issues, 'error'), ...problemsOf(warnings, 'warning')]);
      return;
    } catch (error) {
      if (stop.aborted) return;
      if (isRefusal(error)) {
        const message = texts.write.problems.refused(describeFailure(error).message);
        finish([{ pointer: '', message, severity: 'error' }]);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, waitAfter(error)));
      if (stop.aborted) return;
    }
  }
}

function problemsOf(
  found: readonly { readonly pointer: string; readonly message: string }[],
  severity: Problem['severity'],
): Problem[] {
  return found.map(({ pointer, message }) => ({ pointer, message, severity }));
}

function finish(found: readonly Problem[]): void {
  setProblems(SOURCE, found);
  isChecking.value = false;
}

/** Whether the same request would be refused again. */
function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && error.status < 500 && ![401, 408, 429].includes(error.status);
}

function waitAfter(error: unknown): number {
  const seconds = error instanceof ApiError ? error.retryAfterSeconds : null;
  return seconds === null ? AGAIN_MS : Math.max(seconds * 1000, AGAIN_MS);
}
