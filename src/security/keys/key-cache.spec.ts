import type { Identity } from '../../http/access/access.js';
import { KeyCache } from './key-cache.js';
import { hashKey } from './key-text.js';

const IDENTITY: Identity = { id: 'a', scopes: [], isAdmin: false };

describe('KeyCache', () => {
  let now = 0;
  let lookUps = 0;
  const lookUp = () => {
    lookUps++;
    return Promise.resolve(IDENTITY);
  };

  beforeEach(() => {
    now = 0;
    lookUps = 0;
  });

  it('looks up a key once for concurrent requests, and again within a second', async () => {
    const cache = new KeyCache(() => now);
    const hash = hashKey('key');
    expect(await Promise.all([cache.get(hash, lookUp), cache.get(hash, lookUp)])).toEqual([
      IDENTITY,
      IDENTITY,
    ]);
    expect(lookUps).toBe(1);
    now = 999;
    await cache.get(hash, lookUp);
    expect(lookUps).toBe(2);
  });

  it('caches each key separately', async () => {
    const cache = new KeyCache(() => now);
    await cache.get(hashKey('a'), lookUp);
    expect(await cache.get(hashKey('b'), () => Promise.resolve(null))).toBeNull();
  });

  it('does not cache failed lookups', async () => {
    const cache = new KeyCache(() => now);
    const broken = () => Promise.reject(new Error('the database is down'));
    await expect(cache.get(hashKey('a'), broken)).rejects.toThrow('down');
    expect(await cache.get(hashKey('a'), lookUp)).toBe(IDENTITY);
  });

  it('stays small under a flood of guesses', async () => {
    const cache = new KeyCache(() => now);
    for (let n = 0; n < 8_000; n++) await cache.get(hashKey(String(n)), lookUp);
    const { entries } = cache as unknown as { entries: Map<string, unknown> };
    expect(entries.size).toBeLessThanOrEqual(5_000);
  });
});
