import { joinWords } from './join-words.js';
import { layOutBlock } from './lay-out-block.js';
import { layOutLine } from './lay-out-line.js';
import type { TextShaper } from './types.js';
import { splitAtBreaks, wrapText } from './wrap-text.js';

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
