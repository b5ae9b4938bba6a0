import { estimateRemainingSeconds } from './estimate.js';

describe('estimateRemainingSeconds', () => {
  it.each([
    [50, 10, 10],
    [25, 10, 30],
    [99, 100, 2],
    [5, 1, 19],
  ])('returns at %d%% after %d s: %d s', (progress, elapsed, remaining) => {
    expect(estimateRemainingSeconds(progress, elapsed)).toBe(remaining);
  });

  it.each([
    [0, 100],
    [4.9, 100],
    [50, 0.9],
    [100, 10],
    [50, -3],
  ])('returns nothing at %d%% after %d s', (progress, elapsed) => {
    expect(estimateRemainingSeconds(progress, elapsed)).toBeNull();
  });
});
