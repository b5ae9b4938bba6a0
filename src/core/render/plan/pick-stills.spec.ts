import type { RenderPlan, Segment } from '../segment/types.js';
import { pickStills } from './pick-stills.js';

const segment = (frameCount: number) => ({ frameCount }) as Segment;
const [a, b, c] = [segment(30), segment(60), segment(10)];
const plan: RenderPlan = {
  width: 64,
  height: 64,
  fps: { num: 30, den: 1 },
  totalFrames: 100,
  segments: [a, b, c],
};

describe('pickStills', () => {
  it('keeps only the segments of the frames, in order', () => {
    const picked = pickStills(plan, [3_200, 100]);
    expect(picked.plan).toMatchObject({ segments: [a, c], totalFrames: 40 });
    expect(picked.stills).toEqual([
      { frame: 96, shownAt: 36, isAfterEnd: false },
      { frame: 3, shownAt: 3, isAfterEnd: false },
    ]);
  });

  it('keeps a segment once for several frames', () => {
    const picked = pickStills(plan, [1_000, 2_000, 2_000]);
    expect(picked.plan.segments).toEqual([b]);
    expect(picked.stills.map(({ shownAt }) => shownAt)).toEqual([0, 30, 30]);
  });

  it('shows the last frame after the end', () => {
    expect(pickStills(plan, [60_000]).stills).toEqual([
      { frame: 99, shownAt: 9, isAfterEnd: true },
    ]);
  });
});
