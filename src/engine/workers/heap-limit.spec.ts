import { defaultHeapMegabytes, keepsTooMuch, memoryAtHand } from './heap-limit.js';

const GIB = 2 ** 30;

describe('the heap of a worker', () => {
  it.each([
    ['a machine of 4 GiB', 4 * GIB, 1, 1664],
    ['two workers on it', 4 * GIB, 2, 832],
    ['many workers on it: never less than a start needs', 4 * GIB, 64, 256],
    ['a large machine: never so much that collecting garbage takes long', 256 * GIB, 1, 4096],
    ['an API without workers', 4 * GIB, 0, 1664],
  ])('%s', (_what, memory, workers, expected) => {
    expect(defaultHeapMegabytes(memory, workers)).toBe(expected);
  });

  it.each([
    ['a new worker', 150, false],
    ['a full heap and 512 MB', 1664 + 512, false],
    ['a byte more', 1664 + 512 + 2 ** -20, true],
  ])('tells whether %s is too much to keep', (_what, megabytes, expected) => {
    expect(keepsTooMuch(megabytes * 2 ** 20, 1664)).toBe(expected);
  });

  it('finds a memory size', () => {
    expect(memoryAtHand()).toBeGreaterThan(2 ** 26);
  });
});
