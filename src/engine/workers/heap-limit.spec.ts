import { defaultHeapMegabytes, memoryAtHand } from './heap-limit.js';

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

  it('finds a memory size', () => {
    expect(memoryAtHand()).toBeGreaterThan(2 ** 26);
  });
});
