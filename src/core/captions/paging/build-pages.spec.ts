import fc from 'fast-check';
import {
  captionSettings,
  evenWords,
  readPages,
  timedWord,
} from '../../../../test/support/captions.js';
import { joinWords } from '../../text/join-words.js';
import { markSpaces } from '../../text/mark-spaces.js';
import { writtenWords } from '../../timing/written-words.js';
import { buildPages } from './build-pages.js';
import type { MeasureText } from '../caption-page.js';

const frame = { width: 1920, height: 1080 };
/** Every letter is half as wide as the default font size of the tests. */
const measure: MeasureText = (text) => text.length * 20;

const pagesOf = (text: string, changes = {}, size = frame) =>
  readPages(
    buildPages(evenWords(text), { settings: captionSettings(changes), frame: size, measure }),
  );

describe('buildPages', () => {
  it.each([
    ['one line if it fits', 'so it goes', ['so it goes']],
    ['balanced lines', 'one two three four five six', ['one two three / four five six']],
    [
      'no word left alone at the end',
      'one two three four five six seven eight nine',
      ['one two three / four five six', 'seven eight nine'],
    ],
    [
      'each sentence on a separate page',
      'We came home. Nobody was there! Why?',
      ['We came home.', 'Nobody was there!', 'Why?'],
    ],
    [
      'no sentence end after titles, initials, and numbers',
      'Ask Dr. Smith or J. Doe about 3.5 percent',
      ['Ask Dr. Smith / or J. Doe', 'about 3.5 percent'],
    ],
    [
      'no sentence end after an ellipsis within a sentence',
      'well... maybe later',
      ['well... maybe later'],
    ],
    [
      'a closing quote after the period',
      'He said "no." Then left.',
      ['He said "no."', 'Then left.'],
    ],
    [
      'page breaks at commas',
      'if you can wait, and not be tired by it, you win',
      ['if you can wait,', 'and not be tired / by it, you win'],
    ],
  ])('%s', (_, text, expected) => {
    expect(pagesOf(text)).toEqual(expected);
  });

  it('stays within the safe area, minus the outline', () => {
    // 400 - 2 * (20 + 3) = 354 pixels: 17 letters.
    const size = { width: 400, height: 400 };
    expect(pagesOf('abcdefgh ijklmnop', {}, size)).toEqual(['abcdefgh ijklmnop']);
    expect(pagesOf('abcdefgh ijklmnopq', {}, size)).toEqual(['abcdefgh / ijklmnopq']);
    expect(pagesOf('abcdefgh ijklmnop', { outlineWidth: 14 }, size)).toEqual([
      'abcdefgh / ijklmnop',
    ]);
  });

  it('measures capitals if they are shown', () => {
    const wideCapitals: MeasureText = (text) =>
      Array.from(text).reduce((sum, letter) => sum + (/\p{Lu}/u.test(letter) ? 40 : 20), 0);
    const size = { width: 400, height: 400 };
    const lines = (allCaps: boolean) =>
      readPages(
        buildPages(evenWords('abcde fghij'), {
          settings: captionSettings({ transform: allCaps ? 'uppercase' : 'none' }),
          frame: size,
          measure: wideCapitals,
        }),
      );
    expect(lines(false)).toEqual(['abcde fghij']);
    expect(lines(true)).toEqual(['abcde / fghij']);
  });

  it('shows one word at a time if a line has one word', () => {
    expect(pagesOf('now you see', { maxWordsPerLine: 1 })).toEqual(['now', 'you', 'see']);
  });

  it('uses one line if two would exceed the height', () => {
    expect(pagesOf('a b c d', { maxWordsPerLine: 2 }, { width: 640, height: 90 })).toEqual([
      'a b',
      'c d',
    ]);
  });

  it('uses as many lines as allowed', () => {
    const text = 'one two three four five six seven eight nine ten eleven twelve';
    expect(pagesOf(text, { maxLines: 3 })).toEqual([
      'one two three four / five six seven eight / nine ten eleven twelve',
    ]);
    expect(pagesOf(text, { maxLines: 1 })).toHaveLength(3);
    expect(pagesOf(text, { maxLines: 4, maxWordsPerLine: 3 })).toEqual([
      'one two three / four five six / seven eight nine / ten eleven twelve',
    ]);
  });

  it('limits the characters of a line, except for a longer word', () => {
    expect(pagesOf('abcd efgh ijkl incomprehensible', { maxCharsPerLine: 9 })).toEqual([
      'abcd efgh',
      'ijkl / incomprehensible',
    ]);
  });

  it('ends a page at a short pause within a sentence', () => {
    const words = [
      ...evenWords('one two three four five'),
      ...evenWords('six seven eight nine', 300, 250, 1850),
    ];
    expect(readPages(buildPages(words, { settings: captionSettings(), frame, measure }))[0]).toBe(
      'one two three / four five',
    );
  });

  it('shows one word at a time in the style classic-one-word', () => {
    expect(pagesOf('now you see', { style: 'classic-one-word' })).toEqual(['now', 'you', 'see']);
  });

  it('shows a short word long enough to read', () => {
    const pages = buildPages([timedWord('No.', 1000, 1100)], {
      settings: captionSettings(),
      frame,
      measure,
    });
    expect(pages).toMatchObject([{ startMs: 1000, endMs: 1833 }]);
  });

  it('stays out of the area that an app covers', () => {
    const safeArea = { left: 0.25, right: 0.25, top: 0.05, bottom: 0.05 };
    const size = { width: 400, height: 400 };
    // 400 / 2 - 2 * 3 = 194 pixels: 9 letters.
    expect(pagesOf('abcd efgh', { safeArea }, size)).toEqual(['abcd efgh']);
    expect(pagesOf('abcd efghi', { safeArea }, size)).toEqual(['abcd / efghi']);
  });

  it('never crosses a pause', () => {
    const words = [...evenWords('one two'), ...evenWords('three four', 300, 250, 1151)];
    expect(readPages(buildPages(words, { settings: captionSettings(), frame, measure }))).toEqual([
      'one two',
      'three four',
    ]);
  });

  it('splits a word that is wider than a line and divides its time', () => {
    const words = [timedWord('abcdefghijklmnopqrstuvwxyzabcd', 0, 3000)];
    const pages = buildPages(words, {
      settings: captionSettings(),
      frame: { width: 400, height: 400 },
      measure,
    });
    expect(pages.flatMap((page) => page.lines.flat())).toEqual([
      timedWord('abcdefghijklm', 0, 1300),
      { ...timedWord('nopqrstuvwxyzabcd', 1300, 3000), space: false },
    ]);
  });

  it('counts no space between words in scripts without spaces', () => {
    const words = evenWords('你好 世界 今天 天气');
    const square: MeasureText = (text) => text.length * 40;
    const size = { width: 400, height: 400 };
    // 354 pixels hold eight letters of 40 pixels, but not with three spaces.
    expect(
      readPages(buildPages(words, { settings: captionSettings(), frame: size, measure: square })),
    ).toEqual(['你好 世界 今天 天气']);
  });

  it('fills the lines of scripts without spaces, whatever the words per line', () => {
    const square: MeasureText = (text) => text.length * 40;
    const size = { width: 400, height: 400 };
    const lines = (text: string, maxWordsPerLine: number) =>
      buildPages([timedWord(text, 0, 3000)], {
        settings: captionSettings({ maxWordsPerLine }),
        frame: size,
        measure: square,
      }).flatMap((page) => page.lines.map((line) => joinWords(line)));
    // 354 pixels hold eight letters.
    expect(lines('今天天气很好我们', 2)).toEqual(['今天天气很好我们']);
    expect(lines('今天天气很好我们', 1)).toEqual(['今天', '天气', '很好', '我们']);
    expect(lines('ภาษาไทย', 1).length).toBeGreaterThan(1);
    expect(lines('ภาษาไทย', 2)).toEqual(['ภาษาไทย']);
  });

  it('keeps spaces in scripts without spaces, and prefers line breaks there', () => {
    const text = '今天天气 我们去公园';
    const words = markSpaces(
      writtenWords(text).map((word, at) => timedWord(word, at * 300, at * 300 + 300)),
      text,
    );
    const wide: MeasureText = (one) => one.length * 20;
    const shown = (maxChars: number) =>
      buildPages(words, {
        settings: captionSettings({ maxCharsPerLine: maxChars }),
        frame,
        measure: wide,
      }).flatMap((page) => page.lines.map((line) => joinWords(line)));
    expect(shown(42)).toEqual([text]);
    expect(shown(7)).toEqual(['今天天气', '我们去公园']);
  });

  it('shows joined words without a space and within one sentence', () => {
    const text = 'Go back\u2014everyone is... well...gone';
    const words = markSpaces(
      writtenWords(text).map((word, at) => timedWord(word, at * 300, at * 300 + 300)),
      text,
    );
    expect(words.map((word) => word.text)).toContain('everyone');
    const [page, ...others] = buildPages(words, {
      settings: captionSettings({ maxWordsPerLine: 9 }),
      frame,
      measure,
    });
    expect(others).toEqual([]);
    expect(page!.lines.map((line) => joinWords(line))).toEqual([text]);
  });

  it('breaks a URL where a reader expects it', () => {
    const words = [timedWord('https://example.org/things', 0, 2600)];
    const lines = (letters: number) =>
      buildPages(words, {
        settings: captionSettings(),
        frame: { width: Math.ceil((letters * 20 + 6) / 0.9) + 2, height: 400 },
        measure,
      })
        .flatMap((page) => page.lines)
        .map((line) => line.map((word) => word.text).join(''));
    expect(lines(19)).toEqual(['https://', 'example.org/things']);
    expect(lines(13)).toEqual(['https://', 'example.org/', 'things']);
    expect(lines(9)).toEqual(['https://', 'example.', 'org/', 'things']);
  });

  it('drops invisible words, and control characters within words', () => {
    const words = [timedWord('\u202Eevil\u0000', 0, 100), timedWord(' \u200B', 100, 200)];
    expect(readPages(buildPages(words, { settings: captionSettings(), frame, measure }))).toEqual([
      'evil',
    ]);
  });

  it.each([
    ['stays until the next page after a short silence', 1900, 1900],
    ['disappears half a second after its last word before a long silence', 2001, 1500],
    ['ends where the next page starts, even if its word is still spoken', 900, 900],
  ])('a page %s', (_, nextStartMs, endMs) => {
    const words = [timedWord('One.', 0, 1000), timedWord('Two.', nextStartMs, 3000)];
    const pages = buildPages(words, { settings: captionSettings(), frame, measure });
    expect(pages.map((page) => [page.startMs, page.endMs])).toEqual([
      [0, endMs],
      [nextStartMs, 3500],
    ]);
  });

  it('keeps all words, in order, within the limits, on pages without overlaps', () => {
    const word = fc.record({
      text: fc.stringMatching(/^[a-z]{1,12}[,.]?$/),
      gap: fc.integer({ min: -200, max: 1500 }),
      length: fc.integer({ min: 1, max: 800 }),
    });
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 60 }),
        fc.integer({ min: 1, max: 6 }),
        (list, max) => {
          let at = 0;
          let begun = 0;
          const words = list.map(({ text, gap, length }) => {
            begun = Math.max(begun, at + gap);
            at = begun + length;
            return timedWord(text, begun, at);
          });
          const settings = captionSettings({ maxWordsPerLine: max });
          const pages = buildPages(words, {
            settings,
            frame: { width: 400, height: 400 },
            measure,
          });
          expect(pages.flatMap((page) => page.lines.flat())).toEqual(words);
          pages.forEach((page, index) => {
            expect(page.lines.length).toBeLessThanOrEqual(2);
            expect(page.endMs).toBeLessThanOrEqual(pages[index + 1]?.startMs ?? Infinity);
            for (const line of page.lines) {
              expect(line.length).toBeLessThanOrEqual(max);
              expect(measure(line.map(({ text }) => text).join(' '))).toBeLessThanOrEqual(354);
            }
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('divides ten thousand words without a period quickly', () => {
    const words = evenWords(Array.from({ length: 10_000 }, () => 'word').join(' '));
    expect(buildPages(words, { settings: captionSettings(), frame, measure })).toHaveLength(1250);
  });
});
