import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

export type HarfBuzz = typeof import('harfbuzzjs');

/** Frees what an object of HarfBuzz holds in WebAssembly memory. */
type Free = () => void;

/** How each object that harfbuzzjs made can be freed. */
const frees = new WeakMap<WeakKey, Free>();
/** A faulted instance stays in the memory of the module loader, so only so many are replaced. */
const MAX_REPLACEMENTS = 8;

class FreeingRegistry extends FinalizationRegistry<Free> {
  override register(object: WeakKey, free: Free): void {
    super.register(object, free, object);
    frees.set(object, () => {
      this.unregister(object);
      free();
    });
  }
}

const path = pathToFileURL(createRequire(import.meta.url).resolve('harfbuzzjs')).href;
let replacements = 0;
let current = await load();
let replacing: Promise<void> | null = null;

/** The instance of HarfBuzz that opens fonts now. It changes after a fault. */
export function harfbuzz(): HarfBuzz {
  return current;
}

/**
 * Frees an object at once. harfbuzzjs leaves that to the garbage collector, which does not see WebAssembly
 * memory and therefore comes late or never. The object must not be used again.
 */
export function freeObject(object: WeakKey): void {
  const free = frees.get(object);
  frees.delete(object);
  free?.();
}

/**
 * Runs a function that uses HarfBuzz. After a fault in WebAssembly, the memory of the instance cannot be
 * trusted: the caller gets the error, and a new instance serves whoever comes next.
 */
export function withHarfBuzz<T>(use: () => T): T {
  try {
    return use();
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) replaceInstance();
    throw error;
  }
}

/** Resolves when no instance is being replaced. */
export async function harfbuzzReady(): Promise<void> {
  await replacing;
}

function replaceInstance(): void {
  if (replacing !== null || replacements >= MAX_REPLACEMENTS) return;
  replacements++;
  replacing = load().then((instance) => {
    current = instance;
    replacing = null;
  });
}

/**
 * Loads an instance with its own memory. harfbuzzjs exports no function to free objects. It gives them to a
 * FinalizationRegistry, so it gets one that remembers them.
 */
async function load(): Promise<HarfBuzz> {
  const original = globalThis.FinalizationRegistry;
  globalThis.FinalizationRegistry = FreeingRegistry as typeof FinalizationRegistry;
  try {
    return (await import(`${path}?instance=${replacements}`)) as HarfBuzz;
  } finally {
    globalThis.FinalizationRegistry = original;
  }
}
