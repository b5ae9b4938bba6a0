import { Traceback } from './traceback.js';

describe('Traceback', () => {
  it('keeps the paths to the given ends and drops the others', () => {
    const traceback = new Traceback();
    const add = (label: number, previous: number) =>
      traceback.add({ label, frame: label * 10, score: -label }, previous);
    const root = add(0, -1);
    const lost = add(1, root);
    add(2, lost);
    const end = add(3, add(4, root));
    const ends = Int32Array.from([end, -1]);
    traceback.prune([ends]);
    expect(ends[0]).toBe(2);
    expect(ends[1]).toBe(-1);
    expect(traceback.pathTo(ends[0]!).map(({ label }) => label)).toEqual([0, 4, 3]);
    expect(add(5, ends[0]!)).toBe(3);
  });

  it('grows as needed and reports when it is nearly full', () => {
    const traceback = new Traceback();
    let last = -1;
    for (let index = 0; index < 600_000; index++) {
      last = traceback.add({ label: index, frame: index, score: 0 }, last);
    }
    expect(traceback.isNearlyFull).toBe(true);
    expect(traceback.pathTo(last)).toHaveLength(600_000);
    const ends = Int32Array.from([10]);
    traceback.prune([ends]);
    expect(traceback.isNearlyFull).toBe(false);
    expect(traceback.pathTo(ends[0]!)).toHaveLength(11);
  });
});
