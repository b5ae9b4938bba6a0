import type { CaptionCue } from './caption-cue.js';
import { removeOverlaps } from './remove-overlaps.js';

const cue = (startMs: number, endMs: number, text: string): CaptionCue => {
  return { startMs, endMs, text, lines: [text], words: null };
};

describe('removeOverlaps', () => {
  it('keeps consecutive cues unchanged', () => {
    const cues = [cue(0, 1000, 'a'), cue(1000, 2000, 'b'), cue(3000, 4000, 'c')];
    expect(removeOverlaps(cues)).toEqual(cues);
  });

  it('ends a cue where the next one starts', () => {
    expect(removeOverlaps([cue(0, 5000, 'a'), cue(1000, 2000, 'b')])).toEqual([
      cue(0, 1000, 'a'),
      cue(1000, 2000, 'b'),
    ]);
  });

  it('merges cues that start together', () => {
    const cues = [cue(0, 1000, '- Yes?'), cue(50, 1500, '- No!'), cue(1200, 2000, 'c')];
    expect(removeOverlaps(cues)).toEqual([
      { ...cue(0, 1200, '- Yes? - No!'), lines: ['- Yes?', '- No!'] },
      cue(1200, 2000, 'c'),
    ]);
  });
});
