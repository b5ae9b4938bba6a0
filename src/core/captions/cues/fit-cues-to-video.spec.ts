import type { CaptionCue } from './caption-cue.js';
import { fitCuesToVideo } from './fit-cues-to-video.js';

const cue = (startMs: number, endMs: number, text: string): CaptionCue => {
  return { startMs, endMs, text, lines: [text], words: null };
};
const HOUR = 3_600_000;
const pointer = '/elements/0/captions';

describe('fitCuesToVideo', () => {
  it('shifts cues and cuts them at the end of the video', () => {
    const words = [{ text: 'a', startMs: 1000, endMs: 1500 }];
    const { cues, warnings } = fitCuesToVideo([{ ...cue(1000, 2000, 'a'), words }], {
      offsetMs: -400,
      durationMs: 1200,
      within: 'video',
      pointer,
    });
    expect(cues).toEqual([
      { ...cue(600, 1200, 'a'), words: [{ text: 'a', startMs: 600, endMs: 1100 }] },
    ]);
    expect(warnings).toEqual([]);
  });

  it('warns about cues before and after the video', () => {
    const fileCues = [cue(0, 900, 'early'), cue(1500, 3000, 'shown'), cue(9000, 9500, 'late')];
    const { cues, warnings } = fitCuesToVideo(fileCues, {
      offsetMs: -1000,
      durationMs: 5000,
      within: 'video',
      pointer,
    });
    expect(cues.map(({ text }) => text)).toEqual(['shown']);
    expect(warnings).toEqual([
      `1 cue in ${pointer} starts after the end of the video and is not shown.`,
      `1 cue in ${pointer} ends before the video starts and is not shown.`,
    ]);
  });

  it.each([
    [HOUR + 1000, 0, '01:00:01.000', 1, -3600],
    [10 * HOUR, 0, '10:00:00.000', 10, -36_000],
    [10 * HOUR - 2000, 0, '09:59:58.000', 10, -36_000],
    [2 * HOUR, 3000, '02:00:03.000', 2, -7197],
  ])('suggests the offset for a time code that starts at %d ms', (...of) => {
    const [startMs, offsetMs, starts, hours, offset] = of;
    const fileCues = [cue(startMs, startMs + 1000, 'a')];
    const { cues, warnings } = fitCuesToVideo(fileCues, {
      offsetMs,
      durationMs: 60_000,
      within: 'video',
      pointer,
    });
    expect(cues).toEqual([]);
    expect(warnings).toEqual([
      `1 cue in ${pointer} starts after the end of the video and is not shown.`,
      `The first cue in ${pointer} starts at ${starts}. If the time code of the file starts at ${hours} h, set "offset" in the caption settings to ${offset}.`,
    ]);
    const right = fitCuesToVideo(fileCues, {
      offsetMs: offset * 1000,
      durationMs: 60_000,
      within: 'video',
      pointer,
    });
    expect(right.warnings.filter((one) => one.startsWith('The first'))).toEqual([]);
  });
});
