import type { FrameRate } from '../project/types/index.js';
import { assTimeBeforeFrame, frameOfAssTime } from './ass-time.js';

const RATES: FrameRate[] = [
  ...Array.from({ length: 51 }, (_, index) => ({ num: 10 + index, den: 1 })),
  ...[12, 15, 24, 30, 48, 60].map((fps) => ({ num: fps * 1000, den: 1001 })),
  { num: 25, den: 2 },
  { num: 2997, den: 100 },
];

/** Milliseconds of an ASS time. */
function readTime(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000);
}

/** The filter's clock at frame n: `picref->pts * av_q2d(time_base) * 1000`, cut to whole ms. */
const CLOCKS: Record<string, (frame: number, fps: FrameRate) => number> = {
  'time base 1/fps': (frame, { num, den }) => Math.trunc(frame * (den / num) * 1000),
  'time base 1/90000': (frame, { num, den }) =>
    Math.trunc(Math.round((frame * den * 90_000) / num) * (1 / 90_000) * 1000),
  'time base 1/1000, as from Matroska': (frame, { num, den }) =>
    Math.trunc(Math.round((frame * den * 1000) / num) * (1 / 1000) * 1000),
};

describe('assTimeBeforeFrame', () => {
  it.each([
    [0, 30, '0:00:00.00'],
    [1, 30, '0:00:00.02'],
    [2, 30, '0:00:00.05'],
    [30, 30, '0:00:00.98'],
    [216_000, 60, '0:59:59.99'],
    [2_160_001, 60, '10:00:00.01'],
  ])('frame %i at %i fps', (frame, num, time) => {
    expect(assTimeBeforeFrame(frame, { num, den: 1 })).toBe(time);
  });

  it.each(Object.entries(CLOCKS))('parts each frame from the one before it: %s', (_, clock) => {
    const wrong: string[] = [];
    for (const fps of RATES) {
      const frames = [...Array(900).keys(), 107_892, 107_893, 863_136, 2_157_841];
      for (const frame of frames.slice(1)) {
        const time = readTime(assTimeBeforeFrame(frame, fps));
        const seen = clock(frame, fps) >= time;
        const seenBefore = clock(frame - 1, fps) >= time;
        if (!seen || seenBefore) wrong.push(`${frame} at ${fps.num}/${fps.den}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('frameOfAssTime', () => {
  it.each(RATES)('is the frame whose time it is at %o', (fps) => {
    const frames = [...Array(900).keys(), 107_892, 107_893, 863_136, 2_157_841];
    expect(frames.map((frame) => frameOfAssTime(assTimeBeforeFrame(frame, fps), fps))).toEqual(
      frames,
    );
  });
});
