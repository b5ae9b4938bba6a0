import { KnownKeys } from './known-keys.js';

describe('KnownKeys', () => {
  const key = (n: number) => Buffer.from(`key ${n}`);

  it('remembers accepted keys, and forgets those that are no longer valid', () => {
    const keys = new KnownKeys();
    keys.note(key(1), true);
    expect([keys.has(key(1)), keys.has(key(2))]).toEqual([true, false]);
    keys.note(key(1), false);
    expect(keys.has(key(1))).toBe(false);
  });

  it('remembers 10,000 at most', () => {
    const keys = new KnownKeys();
    for (let n = 0; n <= 10_000; n++) keys.note(key(n), true);
    expect([keys.has(key(9_999)), keys.has(key(10_000))]).toEqual([true, false]);
  });
});
