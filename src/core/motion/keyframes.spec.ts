import { changingSpans, toTrack, valueAt } from './keyframes.js';

const at = (time: number, value: number, easing = 'linear') => ({ time, value, easing });

describe('keyframes', () => {
  const track = toTrack([at(3, 10), at(1, 0), at(5, 20, 'quad-in')]);

  it.each([
    [-1, 0],
    [0, 0],
    [1, 0],
    [2, 5],
    [3, 10],
    [4, 12.5],
    [5, 20],
    [9, 20],
  ])('at %d s are %d', (time, value) => {
    expect(valueAt(track, time)).toBeCloseTo(value, 9);
  });

  it('jump where two have the same time', () => {
    const jump = toTrack([at(0, 1), at(2, 1), at(2, 7), at(4, 7)]);
    expect([1.999, 2, 3].map((time) => valueAt(jump, time))).toEqual([1, 7, 7]);
    expect(changingSpans(jump)).toEqual([{ from: 2, to: 2 }]);
  });

  it('hold a value until the next', () => {
    const held = toTrack([at(0, 1), at(2, 5, 'hold')]);
    expect([0, 1.9, 2].map((time) => valueAt(held, time))).toEqual([1, 1, 5]);
  });

  it('change between different values', () => {
    expect(changingSpans(toTrack([at(0, 4), at(1, 4), at(2, 6), at(3, 6)]))).toEqual([
      { from: 1, to: 2 },
    ]);
    expect(changingSpans([at(0, 4)])).toEqual([]);
  });

  it('are found among many', () => {
    const many = Array.from({ length: 999 }, (_, index) => at(index, index % 7));
    for (let index = 0; index < 999; index++) expect(valueAt(many, index)).toBe(index % 7);
  });
});
