import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';

const scopes = new AsyncLocalStorage<string>();

/**
 * Runs work whose cache entries only the same owner finds again. Otherwise, a client could learn what
 * another one rendered: a video that is ready at once, or counts its segments as cached, was there before.
 *
 * The scope follows the work through all caches, so that no step can forget to pass it on.
 */
export function withinCacheScope<T>(owner: string, work: () => Promise<T>): Promise<T> {
  return scopes.run(owner, work);
}

/** Whether the current work has a scope. The command line has none. */
export function isScoped(): boolean {
  return scopes.getStore() !== undefined;
}

/** A key of a cache, within the scope of the current work. Without a scope (the command line), the key itself. */
export function scopedKey(key: string): string {
  const owner = scopes.getStore();
  if (owner === undefined) return key;
  return createHash('sha256')
    .update(JSON.stringify([owner, key]))
    .digest('hex');
}
