import fc from 'fast-check';
import {
  captionSettings,
  evenWords,
  readPages,
  timedWord,
} from '../../../test/factories/captions.js';
import { buildPages } from './build-pages.js';
import type { TextMeasure } from './types.js';

const frame = { width: 1920, height: 1080 };
/** Every letter as wide as half the font size of the factory. */
const measure: TextMeasure = (text) => text.length * 20;

const pagesOf = (text: string, changes = {}, size = frame) =>
  readPages(buildPages(evenWords(text), captionSettings(changes), size, measure));

describe('buildPages', () => {
  it.each([
    ['one line when it fits', 'so it goes', ['so it goes']],
    ['balanced lines', 'one two three four five six', ['one two three / four five six']],
    [
      'no word left alone at the end',
      'one two three four five six seven eight nine',
      ['one two three / four five six', 'seven eight nine'],
    ],
    [
      'sentences on pages of their own',
      'We came home. Nobody was there! Why?',
      ['We came home.', 'Nobody was there!', 'Why?'],
    ],
    [
      'titles, initials and figures do not end a sentence',
      'Ask Dr. Smith or J. Doe about 3.5 percent',
      ['Ask Dr. Smith / or J. Doe', 'about 3.5 percent'],
    ],
    ['an ellipsis that goes on', 'well... maybe later', ['well... maybe later']],
    ['a closing quote after the stop', 'He said "no." Then left.', ['He said "no."', 'Then left.']],
    [
      'pages that end at commas',
      'if you can wait, and not be tired by it, you win',
      ['if you can wait,', 'and not be tired / by it, you win'],
    ],
  ])('%s', (_, text, expected) => {
    expect(pagesOf(text)).toEqual(expected);
  });

  it('keeps within the safe width, margins and outline taken off', () => {
    // 400 - 2 * (20 + 3) = 354 pixels: 17 letters.
    const size = { width: 400, height: 400 };
    expect(pagesOf('abcdefgh ijklmnop', {}, size)).toEqual(['abcdefgh ijklmnop']);
    expect(pagesOf('abcdefgh ijklmnopq', {}, size)).toEqual(['abcdefgh / ijklmnopq']);
    expect(pagesOf('abcdefgh ijklmnop', { outlineWidth: 14 }, size)).toEqual([
      'abcdefgh / ijklmnop',
    ]);
  });

  it('measures capitals when they are shown', () => {
    const wideCapitals: TextMeasure = (text) =>
      Array.from(text).reduce((sum, letter) => sum + (/\p{Lu}/u.test(letter) ? 40 : 20), 0);
    const size = { width: 400, height: 400 };
    const lines = (allCaps: boolean) =>
      readPages(
        buildPages(evenWords('abcde fghij'), captionSettings({ allCaps }), size, wideCapitals),
      );
    expect(lines(false)).toEqual(['abcde fghij']);
    expect(lines(true)).toEqual(['abcde / fghij']);
  });

  it('shows single words one at a time when asked for one word per line', () => {
    expect(pagesOf('now you see', { maxWordsPerLine: 1 })).toEqual(['now', 'you', 'see']);
  });

  it('has one line only where two would not fit the height', () => {
    expect(pagesOf('a b c d', { maxWordsPerLine: 2 }, { width: 640, height: 90 })).toEqual([
      'a b',
      'c d',
    ]);
  });

  it('has as many lines as it may', () => {
    const text = 'one two three four five six seven eight nine ten eleven twelve';
    expect(pagesOf(text, { maxLines: 3 })).toEqual([
      'one two three four / five six seven eight / nine ten eleven twelve',
    ]);
    expect(pagesOf(text, { maxLines: 1 })).toHaveLength(3);
    expect(pagesOf(text, { maxLines: 4, maxWordsPerLine: 3 })).toEqual([
      'one two three / four five six / seven eight nine / ten eleven twelve',
    ]);
  });

  it('keeps to the characters of a line, but for a word that has more', () => {
    expect(pagesOf('abcd efgh ijkl incomprehensible', { maxCharsPerLine: 9 })).toEqual([
      'abcd efgh',
      'ijkl / incomprehensible',
    ]);
  });

  it('ends a page at a pause that is shorter than those between sentences', () => {
    const words = [
      ...evenWords('one two three four five'),
      ...evenWords('six seven eight nine', 300, 250, 1850),
    ];
    expect(readPages(buildPages(words, captionSettings(), frame, measure))[0]).toBe(
      'one two three / four five',
    );
  });

  it('shows one word at a time in the style that does', () => {
    expect(pagesOf('now you see', { style: 'classic-one-word' })).toEqual(['now', 'you', 'see']);
  });

  it('leaves a short word on the screen long enough to be read', () => {
    const pages = buildPages([timedWord('No.', 1000, 1100)], captionSettings(), frame, measure);
    expect(pages).toMatchObject([{ startMs: 1000, endMs: 1833 }]);
  });

  it('keeps out of what an app draws over', () => {
    const safeArea = { left: 0.25, right: 0.25, top: 0.05, bottom: 0.05 };
    const size = { width: 400, height: 400 };
    // 400 / 2 - 2 * 3 = 194 pixels: 9 letters.
    expect(pagesOf('abcd efgh', { safeArea }, size)).toEqual(['abcd efgh']);
    expect(pagesOf('abcd efghi', { safeArea }, size)).toEqual(['abcd / efghi']);
  });

  it('never crosses a pause', () => {
    const words = [...evenWords('one two'), ...evenWords('three four', 300, 250, 1151)];
    expect(readPages(buildPages(words, captionSettings(), frame, measure))).toEqual([
      'one two',
      'three four',
    ]);
  });

  it('cuts a word that is wider than a line, sharing out its time', () => {
    const words = [timedWord('abcdefghijklmnopqrstuvwxyzabcd', 0, 3000)];
    const pages = buildPages(words, captionSettings(), { width: 400, height: 400 }, measure);
    expect(pages.flatMap((page) => page.lines.flat())).toEqual([
      timedWord('abcdefghijklmnopq', 0, 1700),
      { ...timedWord('rstuvwxyzabcd', 1700, 3000), space: false },
    ]);
  });

  it('counts no space between words of scripts that have none', () => {
    const words = evenWords('你好 世界 今天 天气');
    const square: TextMeasure = (text) => text.length * 40;
    const size = { width: 400, height: 400 };
    // 354 pixels hold eight letters of 40 without spaces, not with three.
    expect(readPages(buildPages(words, captionSettings(), size, square))).toEqual([
      '你好 世界 今天 天气',
    ]);
  });

  it('drops words without anything to see and controls within words', () => {
    const words = [timedWord('\u202Eevil\u0000', 0, 100), timedWord(' \u200B', 100, 200)];
    expect(readPages(buildPages(words, captionSettings(), frame, measure))).toEqual(['evil']);
  });

  it.each([
    ['stays until the next page after a short silence', 1900, 1900],
    ['goes half a second after its last word before a long one', 2001, 1500],
    ['ends where the next begins though its word is still being said', 900, 900],
  ])('a page %s', (_, nextStartMs, endMs) => {
    const words = [timedWord('One.', 0, 1000), timedWord('Two.', nextStartMs, 3000)];
    const pages = buildPages(words, captionSettings(), frame, measure);
    expect(pages.map((page) => [page.startMs, page.endMs])).toEqual([
      [0, endMs],
      [nextStartMs, 3500],
    ]);
  });

  it('keeps every word, in order, within limits, on pages that never overlap', () => {
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
          const pages = buildPages(words, settings, { width: 400, height: 400 }, measure);
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

  it('lays out ten thousand words without a full stop in a moment', () => {
    const words = evenWords(Array.from({ length: 10_000 }, () => 'word').join(' '));
    expect(buildPages(words, captionSettings(), frame, measure)).toHaveLength(1250);
  });
});
