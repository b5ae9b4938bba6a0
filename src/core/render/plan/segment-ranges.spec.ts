import { divideIntoRanges } from './segment-ranges.js';

const FPS = { num: 30, den: 1 };
const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => from + index);
const shape = (changes: readonly number[], to: number, from = 0) =>
  divideIntoRanges(changes, from, to, FPS).map(
    (stretch) => `${stretch.from}-${stretch.to}${stretch.moving ? ' moving' : ''}`,
  );

describe('still and moving ranges', () => {
  it('keep frames that never change in one range', () => {
    expect(shape([], 90)).toEqual(['0-90']);
  });

  it('keep a short movement in its range', () => {
    expect(shape(range(30, 45), 90)).toEqual(['0-90']);
  });

  it('separate a movement', () => {
    expect(shape(range(30, 60), 90)).toEqual(['0-30', '30-60 moving', '60-90']);
  });

  it('treat changes in every second frame as a movement that includes a short rest', () => {
    const every2nd = range(0, 30).map((index) => 30 + 2 * index);
    expect(shape([...every2nd, ...range(100, 140)], 200)).toEqual([
      '0-30',
      '30-140 moving',
      '140-200',
    ]);
  });

  it('split a long range into equal parts', () => {
    expect(shape(range(0, 660), 660)).toEqual(['0-220 moving', '220-440 moving', '440-660 moving']);
    expect(shape([], 1000)).toEqual(['0-500', '500-1000']);
  });

  it('split a scene at the same positions wherever it starts', () => {
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
