import { scopedKey, withinCacheScope } from './cache-scope.js';

const keyIn = (owner: string, key: string) =>
  withinCacheScope(owner, async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return scopedKey(key);
  });

describe('scopedKey', () => {
  it('is the key itself outside of a scope', () => {
    expect(scopedKey('abc')).toBe('abc');
  });

  it('differs between owners, and is stable for each, also side by side', async () => {
    const [one, other, again] = await Promise.all([
      keyIn('one', 'abc'),
      keyIn('other', 'abc'),
      keyIn('one', 'abc'),
    ]);
    expect(again).toBe(one);
    expect(new Set([one, other, 'abc']).size).toBe(3);
  });

  it('keeps owners and keys apart where they join', async () => {
    expect(await keyIn('a', 'bc')).not.toBe(await keyIn('ab', 'c'));
  });
});
