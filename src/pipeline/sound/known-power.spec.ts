import { KnownPower } from './known-power.js';

const power = (length: number) => ({ startSample: 0, sums: new Float64Array(length) });

describe('KnownPower', () => {
  it('forgets the least recently used when it has too many values', () => {
    const known = new KnownPower(10);
    known.set('a', power(4));
    known.set('b', power(4));
    expect(known.get('a')).toBeDefined();
    known.set('c', power(4));
    expect(['a', 'b', 'c'].map((key) => known.get(key) !== undefined)).toEqual([true, false, true]);
    known.set('d', power(11));
    expect(['a', 'c', 'd'].map((key) => known.get(key) !== undefined)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
