/** What of a render is kept to be used again: parts of the video, its sound, word times, decoded sources. */
export type CacheName = 'segments' | 'sounds' | 'words' | 'sources';

export interface CacheUse {
  readonly cache: CacheName;
  hits: number;
  misses: number;
}

const uses: readonly CacheUse[] = (['segments', 'sounds', 'words', 'sources'] as const).map(
  (cache) => ({ cache, hits: 0, misses: 0 }),
);

/** Notes that something was looked for in a cache of this process. */
export function countCacheUse(cache: CacheName, found: boolean): void {
  const use = uses.find((one) => one.cache === cache)!;
  if (found) use.hits++;
  else use.misses++;
}

/** How often each cache was asked in this process, and had what was looked for. */
export function cacheUses(): readonly Readonly<CacheUse>[] {
  return uses;
}
