import { signal } from '@preact/signals';
import { serviceUrl } from '../../api/index.js';
import type { Schema } from './types.js';

const PATH = '/schema/video-template.json';
const AGAIN_MS = 5_000;

let isLoading = false;

/**
 * The schema of what can be written: configs and templates. Null until it is there. Without it, the editor has no
 * completion, and the forms have no fields.
 */
export const schema = signal<Schema | null>(null);

/** Resolves with the schema once it is there. */
export function whenLoaded(): Promise<Schema> {
  const { value } = schema;
  if (value !== null) return Promise.resolve(value);
  return new Promise((resolve) => {
    const stop = schema.subscribe((loaded) => {
      if (loaded === null) return;
      resolve(loaded);
      // Not within the first call, which comes before there is something to stop.
      queueMicrotask(() => stop());
    });
  });
}

/** Loads the schema, unless it is there or on its way. It needs no key. */
export function loadSchema(): void {
  if (isLoading) return;
  isLoading = true;
  void attempt();
}

async function attempt(): Promise<void> {
  try {
    const response = await fetch(serviceUrl() + PATH);
    if (!response.ok) throw new Error(`The schema has the status ${response.status}.`);
    schema.value = (await response.json()) as Schema;
  } catch {
    // The page says that the service is gone. It may also have had too many requests.
    setTimeout(() => void attempt(), AGAIN_MS);
  }
}
