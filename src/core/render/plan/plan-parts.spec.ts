import type { Segment } from '../segment/types.js';
import type { Section, SegmentPlanner } from './build-plan.js';
import { frameAt, planDraft, planFrame, smallerSize } from './plan-parts.js';
import type { SegmentRange } from './segment-ranges.js';

/** Two scenes, and a transition of ten frames between them. A segment is what it was made of. */
const sections = [
  { from: 0, to: 90, next: null },
  { from: 90, to: 100, next: {} },
  { from: 100, to: 150, next: null },
] as unknown as Section[];
const planner = {
  sections,
  rangesOf: ({ from, to }: Section) =>
    Array.from({ length: Math.ceil((to - from) / 30) }, (_, part) => ({
      from: from + part * 30,
      to: Math.min(to, from + part * 30 + 30),
      moving: false,
    })),
  segment: (_section: Section, range: SegmentRange) => ({ range }) as unknown as Segment,
} as unknown as SegmentPlanner;
const rangeOf = (segment: Segment) => (segment as unknown as { range: SegmentRange }).range;

describe('planFrame', () => {
  it.each([
    [0, { from: 0, to: 1, moving: false }, 0],
    [89, { from: 89, to: 90, moving: false }, 0],
    // The filters of a transition count from its first frame.
    [90, { from: 90, to: 100, moving: true }, 0],
    [99, { from: 90, to: 100, moving: true }, 9],
    [149, { from: 149, to: 150, moving: false }, 0],
  ])('renders no more than frame %i needs', (frame, range, picture) => {
    const plan = planFrame(planner, frame);
    expect([rangeOf(plan.segment), plan.picture]).toEqual([range, picture]);
  });

  it('needs a frame of the video', () => {
    expect(() => planFrame(planner, 150)).toThrow('no frame 150');
  });
});

describe('planDraft', () => {
  const size = { width: 64, height: 36 };
  const plan = (from: number, to: number) => planDraft(planner, { from, to }, size);

  it.each([
    [0, 1, 0, 30],
    [29, 31, 0, 60],
    [85, 92, 60, 100],
    [95, 96, 90, 100],
    [100, 150, 100, 150],
    [149, 150, 130, 150],
    [0, 150, 0, 150],
  ])('of frames from %i to %i has the whole segments from %i to %i', (from, to, start, end) => {
    const draft = plan(from, to);
    expect([draft.from, draft.to]).toEqual([start, end]);
    let at = start;
    for (const { from: first, segment } of draft.segments) {
      expect([first, segment.encodedSize]).toEqual([at, size]);
      at = rangeOf(segment).to;
    }
    expect(at).toBe(end);
  });

  it('has the same segments in each range', () => {
    const ranges = (from: number, to: number) =>
      plan(from, to).segments.map(({ segment }) => JSON.stringify(rangeOf(segment)));
    const all = ranges(0, 150);
    for (let from = 0; from < 150; from += 13) {
      for (const range of ranges(from, Math.min(150, from + 20))) expect(all).toContain(range);
    }
  });
});

describe('smallerSize', () => {
  it.each([
    [{ width: 1920, height: 1080 }, 960, { width: 960, height: 540 }],
    [{ width: 1920, height: 1080 }, 961, { width: 960, height: 540 }],
    [{ width: 1920, height: 1080 }, 1919, { width: 1918, height: 1078 }],
    [{ width: 1920, height: 1080 }, 1920, { width: 1920, height: 1080 }],
    [{ width: 320, height: 180 }, 3840, { width: 320, height: 180 }],
    [{ width: 1080, height: 1920 }, 17, { width: 16, height: 28 }],
    [{ width: 8192, height: 16 }, 64, { width: 64, height: 2 }],
  ])('of %j, at most %i wide', (size, width, smaller) => {
    expect(smallerSize(size, width)).toEqual(smaller);
  });
});

describe('frameAt', () => {
  it.each([[{ num: 25, den: 1 }], [{ num: 30_000, den: 1001 }], [{ num: 60, den: 1 }]])(
    'finds each frame by the time at which it begins (%j)',
    (fps) => {
      const totalFrames = 14_400 * 60;
      for (let frame = 0; frame < totalFrames; frame += 997) {
        const seconds = (frame * fps.den) / fps.num;
        const near = [
          seconds,
          seconds - 1e-9,
          Number(seconds.toFixed(6)),
          seconds + 0.9 * (fps.den / fps.num),
        ];
        expect(near.map((at) => frameAt(at, { fps, totalFrames }))).toEqual(Array(4).fill(frame));
      }
    },
  );

  it('is a frame of the video', () => {
    const video = { fps: { num: 30, den: 1 }, totalFrames: 10 };
    expect([0, 0.32, 0.33, 500].map((at) => frameAt(at, video))).toEqual([0, 9, 9, 9]);
  });
});
