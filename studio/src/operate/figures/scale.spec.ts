import { pathThrough, scaleFor } from './scale.js';

describe('scaleFor', () => {
  it.each([
    [[0, null, 3], 4, 4],
    [[11], 4, 20],
    [[81], 4, 100],
    [[0.03], 0.1, 0.1],
    [[1_000_000_000], 1, 1_000_000_000],
  ])('covers %j and at least %d by %d', (values, least, top) => {
    expect(scaleFor(values, least).top).toBeCloseTo(top);
  });

  it('has lines from zero to the top', () => {
    expect(scaleFor([7], 4)).toEqual({ top: 8, ticks: [0, 2, 4, 6, 8] });
  });
});

describe('pathThrough', () => {
  it('breaks where there are no values', () => {
    const path = pathThrough(
      [1, 2, null, 3],
      (index) => index * 10,
      (value) => value,
    );
    expect(path).toBe('M0.0 1.0h0.1L10.0 2.0M30.0 3.0h0.1');
  });
});
