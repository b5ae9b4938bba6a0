import { signal } from '@preact/signals';

/** Whether the service can be reached. */
export type Connection = 'up' | 'gone' | 'offline';

const AGAIN_MS = 3_000;
/** What a proxy answers for a service that is not there. */
const PROXY_FAILURES: ReadonlySet<number> = new Set([502, 504]);

export const connection = signal<Connection>('up');
/** Grows each time that the service is back, so that screens know to load again. */
export const reconnections = signal(0);

let probing = false;

/** The address of the service: the folder of the page, without a slash at its end. */
export function serviceUrl(): string {
  return new URL('.', document.baseURI).href.replace(/\/$/, '');
}

/** A `fetch` that notices when the service goes away, and calls `onRefusedKey` for a key that no longer works. */
export function watchedFetch(onRefusedKey: () => void): typeof fetch {
  return async (input, init) => {
    try {
      const response = await fetch(input, init);
      if (response.status === 401) onRefusedKey();
      if (PROXY_FAILURES.has(response.status)) noteFailure();
      return response;
    } catch (error) {
      // A request that the page itself ended says nothing.
      if (!init?.signal?.aborted) noteFailure();
      throw error;
    }
  };
}

/** Asks the service when the network of the browser comes or goes: a service on the own machine needs none. */
export function watchNetwork(): void {
  window.addEventListener('offline', () => void probeUntilBack());
  window.addEventListener('online', () => void probe());
}

function noteFailure(): void {
  connection.value = navigator.onLine ? 'gone' : 'offline';
  void probeUntilBack();
}

async function probeUntilBack(): Promise<void> {
  if (probing) return;
  probing = true;
  while (!(await probe())) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  probing = false;
}

async function probe(): Promise<boolean> {
  const isUp = await fetch(`${serviceUrl()}/api/v1/live`, { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isUp && connection.value !== 'up') {
    connection.value = 'up';
    reconnections.value++;
  } else if (!isUp) {
    connection.value = navigator.onLine ? 'gone' : 'offline';
  }
  return isUp;
}
