import type { CaptionCue } from './caption-cue.js';
import { cuesInTime } from './fit-cues-to-video.js';

const cue = (startMs: number, endMs: number, text: string): CaptionCue => {
  return { startMs, endMs, text, lines: [text], words: null };
};
const HOUR = 3_600_000;
const pointer = '/elements/0/captions';

describe('cuesInTime', () => {
  it('shows the cues of a video, shifted', () => {
    const words = [{ text: 'a', startMs: 1000, endMs: 1500 }];
    const { shown, warnings } = cuesInTime([{ ...cue(1000, 2000, 'a'), words }], {
      offsetMs: -400,
      durationMs: 1200,
      pointer,
    });
    expect(shown).toEqual([
      { ...cue(600, 1200, 'a'), words: [{ text: 'a', startMs: 600, endMs: 1100 }] },
    ]);
    expect(warnings).toEqual([]);
  });

  it('tells of cues before and after it', () => {
    const cues = [cue(0, 900, 'early'), cue(1500, 3000, 'shown'), cue(9000, 9500, 'late')];
    const { shown, warnings } = cuesInTime(cues, { offsetMs: -1000, durationMs: 5000, pointer });
    expect(shown.map(({ text }) => text)).toEqual(['shown']);
    expect(warnings).toEqual([
      `1 cues of ${pointer} begin after the end and are not shown.`,
      `1 cues of ${pointer} end before the start and are not shown.`,
    ]);
  });

  it.each([
    [HOUR + 1000, 0, '01:00:01.000', 1, -3600],
    [10 * HOUR, 0, '10:00:00.000', 10, -36_000],
    [10 * HOUR - 2000, 0, '09:59:58.000', 10, -36_000],
    [2 * HOUR, 3000, '02:00:03.000', 2, -7197],
  ])('says which offset a time code needs that starts at %d ms', (...of) => {
    const [startMs, offsetMs, begins, hours, offset] = of;
    const cues = [cue(startMs, startMs + 1000, 'a')];
    const { shown, warnings } = cuesInTime(cues, { offsetMs, durationMs: 60_000, pointer });
    expect(shown).toEqual([]);
    expect(warnings).toEqual([
      `1 cues of ${pointer} begin after the end and are not shown.`,
      `The first cue of ${pointer} begins at ${begins}: if the time code of the file starts at ${hours} h, set "offset" in the settings of the captions to ${offset}.`,
    ]);
    const right = cuesInTime(cues, { offsetMs: offset * 1000, durationMs: 60_000, pointer });
    expect(right.warnings.filter((one) => one.startsWith('The first'))).toEqual([]);
  });
});
