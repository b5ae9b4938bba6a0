import { divideIntoRanges } from './segment-ranges.js';

const FPS = { num: 30, den: 1 };
const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => from + index);
const shape = (changes: readonly number[], to: number, from = 0) =>
  divideIntoRanges(changes, from, to, FPS).map(
    (stretch) => `${stretch.from}-${stretch.to}${stretch.moving ? ' moving' : ''}`,
  );

describe('still and moving stretches', () => {
  it('keeps what never changes in one', () => {
    expect(shape([], 90)).toEqual(['0-90']);
  });

  it('leaves a short movement where it is', () => {
    expect(shape(range(30, 45), 90)).toEqual(['0-90']);
  });

  it('cuts out a movement', () => {
    expect(shape(range(30, 60), 90)).toEqual(['0-30', '30-60 moving', '60-90']);
  });

  it('takes every second frame for a movement, and a short rest into it', () => {
    const every2nd = range(0, 30).map((index) => 30 + 2 * index);
    expect(shape([...every2nd, ...range(100, 140)], 200)).toEqual([
      '0-30',
      '30-140 moving',
      '140-200',
    ]);
  });

  it('divides what is long into equal parts', () => {
    expect(shape(range(0, 660), 660)).toEqual(['0-220 moving', '220-440 moving', '440-660 moving']);
    expect(shape([], 1000)).toEqual(['0-500', '500-1000']);
  });

  it('cuts a scene in the same places wherever it stands', () => {
    const changes = [3, ...range(50, 120), 200];
    const moved = divideIntoRanges(
      changes.map((frame) => frame + 1007),
      1007,
      1307,
      FPS,
    );
    expect(moved.map(({ from, to }) => [from - 1007, to - 1007])).toEqual(
      divideIntoRanges(changes, 0, 300, FPS).map(({ from, to }) => [from, to]),
    );
  });
});
