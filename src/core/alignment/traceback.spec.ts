import { Traceback } from './traceback.js';

describe('passages', () => {
  it('keeps the paths that are needed, and forgets the others', () => {
    const passages = new Traceback();
    const add = (label: number, before: number) =>
      passages.add({ label, frame: label * 10, score: -label }, before);
    const root = add(0, -1);
    const lost = add(1, root);
    add(2, lost);
    const end = add(3, add(4, root));
    const ends = Int32Array.from([end, -1]);
    passages.prune([ends]);
    expect(ends[0]).toBe(2);
    expect(ends[1]).toBe(-1);
    expect(passages.pathTo(ends[0]!).map(({ label }) => label)).toEqual([0, 4, 3]);
    expect(add(5, ends[0]!)).toBe(3);
  });

  it('says when most of its room is used, and holds any number', () => {
    const passages = new Traceback();
    let last = -1;
    for (let index = 0; index < 600_000; index++) {
      last = passages.add({ label: index, frame: index, score: 0 }, last);
    }
    expect(passages.isNearlyFull).toBe(true);
    expect(passages.pathTo(last)).toHaveLength(600_000);
    const ends = Int32Array.from([10]);
    passages.prune([ends]);
    expect(passages.isNearlyFull).toBe(false);
    expect(passages.pathTo(ends[0]!)).toHaveLength(11);
  });
});
