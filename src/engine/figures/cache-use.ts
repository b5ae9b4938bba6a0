/** The caches of a render: segments, encoded sound, word times, decoded sources, spoken sentences, drawn pages. */
export type CacheName = 'segments' | 'sounds' | 'words' | 'sources' | 'voices' | 'pages';
/** `shared`: what the store is asked for because a cache of this machine lacks it. */
export type CountedCache = CacheName | 'shared';

export interface CacheUse {
  readonly cache: CountedCache;
  hits: number;
  misses: number;
}

const uses: readonly CacheUse[] = (
  ['segments', 'sounds', 'words', 'sources', 'voices', 'pages', 'shared'] as const
).map((cache) => ({ cache, hits: 0, misses: 0 }));

/** Counts a lookup in a cache of this process. */
export function countCacheUse(cache: CountedCache, found: boolean): void {
  const use = uses.find((one) => one.cache === cache)!;
  if (found) use.hits++;
  else use.misses++;
}

/** The hits and misses of each cache of this process. */
export function cacheUses(): readonly Readonly<CacheUse>[] {
  return uses;
}

/** Adds up lookups by cache. */
export function sumCacheUses(uses: readonly Readonly<CacheUse>[]): CacheUse[] {
  const sums = new Map<CountedCache, CacheUse>();
  for (const { cache, hits, misses } of uses) {
    const sum = sums.get(cache) ?? { cache, hits: 0, misses: 0 };
    sums.set(cache, { cache, hits: sum.hits + hits, misses: sum.misses + misses });
  }
  return [...sums.values()];
}
