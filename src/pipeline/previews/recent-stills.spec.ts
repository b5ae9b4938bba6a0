import { RecentStills } from './recent-stills.js';

const MEGABYTE = 2 ** 20;
const still = (megabytes: number, frame = 0) => ({
  bytes: new Uint8Array(megabytes * MEGABYTE),
  frame,
  frames: 9,
});

describe('RecentStills', () => {
  it('keeps the last ones, up to 32 MiB', () => {
    const stills = new RecentStills();
    for (const [at, name] of ['a', 'b', 'c'].entries()) stills.keep(name, still(10, at));
    expect(stills.get('a')?.frame).toBe(0);
    stills.keep('d', still(10, 3));
    // `b` was used longest ago.
    expect(['a', 'b', 'c', 'd'].map((name) => stills.get(name)?.frame)).toEqual([
      0,
      undefined,
      2,
      3,
    ]);
  });

  it('counts one that comes again once', () => {
    const stills = new RecentStills();
    stills.keep('other', still(10));
    for (let at = 0; at < 9; at++) stills.keep('same', still(20, at));
    expect([stills.get('other')?.frame, stills.get('same')?.frame]).toEqual([0, 8]);
  });

  it('does not keep one that is too large, and then has room for others', () => {
    const stills = new RecentStills();
    stills.keep('large', still(40));
    expect(stills.get('large')).toBeNull();
    stills.keep('a', still(30));
    expect(stills.get('a')).not.toBeNull();
  });
});
