import fc from 'fast-check';
import { longestGroup, picturesOf } from './pictures.js';

/** Five seconds. */
const LONGEST = 150;

describe('pictures of a range', () => {
  it('are the distinct frames, each with its duration', () => {
    const { frames, repeats, keys } = picturesOf([5, 100, 110, 140, 150], 100, 150, LONGEST);
    expect(frames).toEqual([100, 110, 140]);
    expect(repeats).toEqual([10, 30, 10]);
    expect(keys).toEqual([0]);
  });

  it('have key pictures at changes, at most a distance apart', () => {
    const { frames, keys } = picturesOf([60, 140, 160], 0, 500, LONGEST);
    // 140 is the last change within reach of 0. 160 is too close to it, and nothing changes later.
    expect(frames).toEqual([0, 60, 140, 160, 290, 440]);
    expect(keys.map((key) => frames[key])).toEqual([0, 140, 290, 440]);
  });

  it('have no more key pictures than the distance takes', () => {
    // From 140, two more would be needed, the last one just before the end.
    const { frames, keys } = picturesOf([140, 285], 0, 300, LONGEST);
    expect(keys.map((key) => frames[key])).toEqual([0, 150]);
  });

  it('are as far apart as the distance says, in whole frames', () => {
    expect(longestGroup({ num: 30_000, den: 1001 }, 5)).toBe(149);
    expect(longestGroup({ num: 10, den: 1 }, 0.01)).toBe(1);
  });

  it('map a frame to its picture, and count frame by frame before the first', () => {
    const { indexOf } = picturesOf([110, 140], 100, 150, LONGEST);
    expect([90, 100, 110, 140, 150].map(indexOf)).toEqual([-10, 0, 1, 2, 3]);
  });

  it('are consistent for any changes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(900), { maxLength: 60 }),
        fc.nat(400),
        fc.integer({ min: 1, max: 500 }),
        (changes, from, length) => {
          const sorted = changes.toSorted((a, b) => a - b);
          const { frames, repeats, keys } = picturesOf(sorted, from, from + length, LONGEST);
          expect(repeats.reduce((sum, count) => sum + count, 0)).toBe(length);
          expect(frames[0]).toBe(from);
          expect(keys[0]).toBe(0);
          for (const frame of sorted) {
            if (frame >= from && frame < from + length) expect(frames).toContain(frame);
          }
          const keyFrames = [...keys.map((key) => frames[key]!), from + length];
          keyFrames.slice(1).forEach((frame, index) => {
            expect(frame - keyFrames[index]!).toBeLessThanOrEqual(LONGEST);
          });
          expect(keys).toHaveLength(Math.ceil(length / LONGEST));
        },
      ),
    );
  });
});
