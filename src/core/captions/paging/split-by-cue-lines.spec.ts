import { captionSettings, readPages } from '../../../../test/support/captions.js';
import type { CaptionSettings } from '../../project/types/index.js';
import type { TimedWord } from '../../timing/types.js';
import { buildPages } from './build-pages.js';
import { assignLines, parseSpeakerLines } from '../cues/assign-lines.js';

/** Words of cues, 200 ms each, one cue after another. */
function wordsOf(...cues: readonly string[][]): TimedWord[] {
  let at = 0;
  return cues.flatMap((lines, cue) => {
    const words = lines
      .join(' ')
      .split(' ')
      .map((text): TimedWord => {
        at += 200;
        return { text, startMs: at - 200, endMs: at, confidence: null, cue };
      });
    return assignLines(words, parseSpeakerLines(lines));
  });
}

const pages = (words: readonly TimedWord[], settings: Partial<CaptionSettings> = {}) =>
  readPages(
    buildPages(words, {
      settings: captionSettings({ maxWordsPerLine: 6, ...settings }),
      frame: { width: 1000, height: 1000 },
      measure: (text) => text.length * 10,
    }),
  );

describe('the lines of a cue', () => {
  it('are kept if each line fits', () => {
    expect(pages(wordsOf(['- Where are you?', '- Home.']))).toEqual(['- Where are you? / - Home.']);
    expect(pages(wordsOf(['One', 'two three four. Five']))).toEqual(['One / two three four. Five']);
  });

  it('are divided into pages if there are too many', () => {
    expect(pages(wordsOf(['a b', 'c d', 'e f']))).toEqual(['a b / c d', 'e f']);
    expect(pages(wordsOf(['- a b', '- c d', 'e f']))).toEqual(['- a b', '- c d / e f']);
    expect(pages(wordsOf(['- a b', '- c d']), { maxLines: 1 })).toEqual(['- a b', '- c d']);
  });

  it('are divided again if one does not fit, except between speakers', () => {
    expect(pages(wordsOf(['one two three four five six seven', 'eight']))).toEqual([
      'one two three four / five six seven eight',
    ]);
    expect(pages(wordsOf(['- Where have you been all of this night?', '- Home.']))).toEqual([
      '- Where have you been / all of this night?',
      '- Home.',
    ]);
  });

  it('are ignored for single words', () => {
    expect(pages(wordsOf(['- You?', '- Me.']), { maxWordsPerLine: 1 })).toEqual([
      '- You?',
      '- Me.',
    ]);
  });

  it('belong to one cue and to captions only', () => {
    expect(pages(wordsOf(['a b', 'c'], ['d']))).toEqual(['a b / c', 'd']);
    const words = wordsOf(['a b', 'c']).map((word) => ({ ...word, cue: undefined }));
    expect(pages(words)).toEqual(['a b c']);
  });
});

describe('assignLines', () => {
  const words = (...texts: string[]) =>
    texts.map((text, at): TimedWord => {
      return { text, startMs: at * 100, endMs: at * 100 + 100, confidence: null };
    });
  const placed = (texts: string[], lines: string[]) =>
    assignLines(words(...texts), parseSpeakerLines(lines)).map(
      ({ line, startMs, text }) => `${line} ${startMs} ${text}`,
    );

  it('finds the line of each word by counting letters', () => {
    expect(placed(['One', 'two', 'three'], ['One two', 'three'])).toEqual([
      '0 0 One',
      '0 100 two',
      '1 200 three',
    ]);
  });

  it('puts the dash of a speaker, which is not spoken, before the first word', () => {
    const lines = ['- Who?', '>> Me', 'or -', '-- she'];
    const expected = ['0 0 - Who?', '1 100 >> Me', '2 200 or', '2 300 -', '3 400 -- she'];
    expect(placed(['Who?', 'Me', 'or', '-', 'she'], lines)).toEqual(expected);
  });

  it('merges a dash with its own time into the first word', () => {
    expect(placed(['-', 'Who?', '-', 'Me'], ['- Who?', '- Me'])).toEqual([
      '0 0 - Who?',
      '1 200 - Me',
    ]);
  });

  it('keeps a line that consists of a dash', () => {
    expect(placed(['-', 'a'], ['-', 'a'])).toEqual(['0 0 -', '1 100 a']);
  });
});
