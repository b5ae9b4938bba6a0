import type { Identity } from '../../http/access/access.js';
import { KeyCache } from './key-cache.js';
import { hashKey } from './key-text.js';

const SOMEBODY: Identity = { id: 'a', scopes: [], isAdmin: false };

describe('KeyCache', () => {
  let now = 0;
  let lookUps = 0;
  const found = () => {
    lookUps++;
    return Promise.resolve(SOMEBODY);
  };

  beforeEach(() => {
    now = 0;
    lookUps = 0;
  });

  it('looks a key up once for requests that come together, and again within a second', async () => {
    const cache = new KeyCache(() => now);
    const hash = hashKey('key');
    expect(await Promise.all([cache.get(hash, found), cache.get(hash, found)])).toEqual([
      SOMEBODY,
      SOMEBODY,
    ]);
    expect(lookUps).toBe(1);
    now = 999;
    await cache.get(hash, found);
    expect(lookUps).toBe(2);
  });

  it('keeps apart what different keys are', async () => {
    const cache = new KeyCache(() => now);
    await cache.get(hashKey('a'), found);
    expect(await cache.get(hashKey('b'), () => Promise.resolve(null))).toBeNull();
  });

  it('remembers no failure', async () => {
    const cache = new KeyCache(() => now);
    const broken = () => Promise.reject(new Error('the database is away'));
    await expect(cache.get(hashKey('a'), broken)).rejects.toThrow('away');
    expect(await cache.get(hashKey('a'), found)).toBe(SOMEBODY);
  });

  it('stays small under a flood of guesses', async () => {
    const cache = new KeyCache(() => now);
    for (let n = 0; n < 8_000; n++) await cache.get(hashKey(String(n)), found);
    const { entries } = cache as unknown as { entries: Map<string, unknown> };
    expect(entries.size).toBeLessThanOrEqual(5_000);
  });
});
