import { joinWords } from './join-words.js';
import { justifyLine } from './justify-line.js';
import { layOutBlock } from './lay-out-block.js';
import { layOutLine } from './lay-out-line.js';
import type { TextShaper } from './types.js';
import { splitAtBreaks, wrapStyledText, wrapText } from './wrap-text.js';

/** Every letter 10 pixels wide, from the left. */
const shaper: TextShaper = {
  shape: (text) => ({
    text,
    direction: 'ltr',
    width: text.length * 10,
    missing: [],
    glyphs: Array.from(text, (_, start) => ({
      start,
      end: start + 1,
      rtl: false,
      left: start * 10,
      advance: 10,
      x: start * 10,
      y: 0,
      layers: [],
    })),
  }),
  metrics: () => ({
    ascent: 18,
    descent: 5,
    capHeight: 14,
    xHeight: 10,
    underlineOffset: 2,
    underlineThickness: 1,
  }),
};
const font = { family: 'Any', weight: 400, sizePx: 20 };
const options = { direction: 'auto', language: 'en' } as const;

describe('splitAtBreaks', () => {
  it.each([
    ['so it  goes', ['so', 'it', 'goes']],
    ["don't stop-gap 3.5 e.g. this", ["don't", 'stop-gap', '3.5', 'e.g.', 'this']],
    ['今天天气很好。', ['今天', '天气', '很好。']],
    ['「東京」へ行く', ['「東京」', 'へ', '行く']],
    ['', []],
  ])('%s', (text, words) => {
    expect(splitAtBreaks(text)).toEqual(words);
  });
});

describe('wrapText', () => {
  const wrap = (text: string, width: number) =>
    wrapText(text, width, { shaper, font, options }).map((line) => joinWords(line));

  it.each([
    ['fills lines evenly', 'aaa bbb ccc ddd', 140, ['aaa bbb', 'ccc ddd']],
    ['keeps line breaks', 'a\nb b', 500, ['a', 'b b']],
    [
      'puts a word that is too wide on a separate line',
      'a bbbbbbbbbb c',
      50,
      ['a', 'bbbbbbbbbb', 'c'],
    ],
    ['keeps the spaces in scripts without spaces', '東京 大阪', 500, ['東京 大阪']],
    [
      'breaks a URL where a reader expects it',
      'see https://example.org/a-long/path.html',
      150,
      ['see https://', 'example.org/a-', 'long/path.html'],
    ],
  ])('%s', (_, text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});

describe('wrapStyledText', () => {
  const wrap = (text: string, width: number, how: object = {}) =>
    wrapStyledText(
      { text },
      width,
      { shaper, font, options },
      { wrap: 'fill', breaksWords: false, ...how },
    );
  const linesOf = (lines: ReturnType<typeof wrap>) => lines.map(({ words }) => joinWords(words));

  it.each([
    ['fills lines', {}, ['aaa bbb ccc', 'ddd']],
    ['balances lines', { wrap: 'balance' }, ['aaa bbb', 'ccc ddd']],
    ['does not wrap', { wrap: 'none' }, ['aaa bbb ccc ddd']],
  ])('%s', (_, how, lines) => {
    expect(linesOf(wrap('aaa bbb ccc ddd', 110, how))).toEqual(lines);
  });

  it('breaks a word that is too wide only if it may', () => {
    expect(linesOf(wrap('abcdefghijklm n', 40, { breaksWords: true }))).toEqual([
      'abcd',
      'efgh',
      'ijkl',
      'm n',
    ]);
    expect(linesOf(wrap('abcdefghijklm n', 40))).toEqual(['abcdefghijklm', 'n']);
  });

  it('knows where paragraphs end', () => {
    const lines = wrap('aaa bbb\nccc', 30);
    expect(lines.map(({ endsParagraph }) => endsParagraph)).toEqual([false, true, true]);
  });

  it('keeps the looks of the parts of words', () => {
    const spans = [
      { length: 2, style: 0 },
      { length: 4, style: 1 },
    ];
    const [first, second] = wrapStyledText(
      { text: 'abcd\ne', spans },
      500,
      { shaper, font: [font, font], options },
      { wrap: 'fill', breaksWords: false },
    );
    expect(first!.words[0]!.spans).toEqual([
      { length: 2, style: 0 },
      { length: 2, style: 1 },
    ]);
    expect(second!.words[0]!.spans).toEqual([{ length: 1, style: 1 }]);
  });
});

describe('justifyLine', () => {
  it('stretches the gaps between words evenly', () => {
    const line = layOutLine(
      ['a', 'b', 'c'].map((text) => ({ text })),
      shaper,
      font,
      options,
    );
    const { width, words } = justifyLine(line, 110);
    expect(width).toBe(110);
    expect(words.map(({ left }) => left)).toEqual([0, 50, 100]);
    expect(words[2]!.glyphs[0]!.x).toBe(100);
  });
});

describe('layOutLine', () => {
  it('separates words and numbers their letters from 0', () => {
    const { words, width } = layOutLine([{ text: 'ab' }, { text: 'c' }], shaper, font, options);
    expect(width).toBe(40);
    expect(words.map(({ left, right }) => [left, right])).toEqual([
      [0, 20],
      [30, 40],
    ]);
    expect(words[1]!.glyphs.map(({ start, end }) => [start, end])).toEqual([[0, 1]]);
  });
});

describe('layOutBlock', () => {
  it.each([
    ['left', [0, 0]],
    ['center', [0, 10]],
    ['right', [0, 20]],
  ] as const)('aligns %s, with capitals in the middle of lines', (align, x) => {
    const block = layOutBlock([[{ text: 'aaaa' }], [{ text: 'bb' }]], shaper, font, {
      ...options,
      align,
      lineHeight: 1.5,
    });
    expect([block.width, block.height]).toEqual([40, 60]);
    expect(block.lines.map((line) => line.x)).toEqual(x);
    expect(block.lines.map(({ top, baseline, bottom }) => [top, baseline, bottom])).toEqual([
      [0, 22, 30],
      [30, 52, 60],
    ]);
  });
});
