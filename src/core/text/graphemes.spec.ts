import { graphemesOf, lettersOf } from './graphemes.js';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

describe('graphemesOf', () => {
  it('divides texts as ICU does', () => {
    const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
    const pairs = ascii.flatMap((first) => ascii.map((second) => first + second));
    for (const text of ['', ...pairs, 'e\u0301a', '\u{1F468}\u200D\u{1F469} b', 'a\r\nb']) {
      const expected = Array.from(segmenter.segment(text), ({ segment, index }) => ({
        segment,
        index,
      }));
      const found = Array.from(graphemesOf(text), ({ segment, index }) => ({ segment, index }));
      expect(found).toEqual(expected);
    }
  });

  it('gives their texts', () => {
    expect(lettersOf('ae\u0301')).toEqual(['a', 'e\u0301']);
  });
});
