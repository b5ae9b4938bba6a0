import type { Segment } from '../segment/types.js';
import { cutChunks, segmentSeconds } from './segment-cost.js';

const SEGMENT: Segment = {
  width: 1920,
  height: 1080,
  fps: { num: 30, den: 1 },
  frameCount: 300,
  repeats: null,
  keyPictures: [0],
  band: null,
  loop: null,
  stack: { backgroundColor: '#000000', layers: [] },
  next: null,
  transition: null,
  over: [],
  captions: null,
  encoder: { preset: 'superfast', crf: 20, params: '', keySeconds: 5 },
};

describe('the cost of a segment', () => {
  it('grows with what is encoded, not with how long it shows', () => {
    const moving = segmentSeconds(SEGMENT);
    const still = segmentSeconds({ ...SEGMENT, repeats: [300] });
    expect(segmentSeconds({ ...SEGMENT, frameCount: 600 })).toBeGreaterThan(1.9 * moving);
    expect(segmentSeconds({ ...SEGMENT, repeats: [9_000], frameCount: 9_000 })).toBe(still);
    expect(moving).toBeGreaterThan(10 * still);
  });

  it('does not write captions to find out', () => {
    const lazy = {
      ...SEGMENT,
      get captions(): string {
        throw new Error('written');
      },
    };
    expect(segmentSeconds(lazy)).toBe(segmentSeconds(SEGMENT));
  });
});

describe('chunks', () => {
  const costs = [3, 3, 3, 20, 1, 1, 9];
  const cut = (seconds: number) => cutChunks([...costs.keys()], (index) => costs[index]!, seconds);

  it.each([
    [10, [[0, 1, 2], [3], [4, 5], [6]]],
    [100, [[0, 1, 2, 3, 4, 5, 6]]],
    [0, [[0], [1], [2], [3], [4], [5], [6]]],
  ])('of %d s contain all segments once, in order', (seconds, expected) => {
    expect(cut(seconds)).toEqual(expected);
  });

  it('are none without segments', () => {
    expect(cutChunks([], () => 1, 10)).toEqual([]);
  });
});
