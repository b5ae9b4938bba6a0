import { displayText, plainText } from './plain-text.js';

describe('plainText', () => {
  it.each([
    ['line breaks and tabs become spaces', 'a\r\nb\tc\u2028d\u2029e\u0085f', 'a b c d e f'],
    ['removes control characters', 'a\u0000\u0007\u001B[31mb\u007F\u009F', 'a[31mb'],
    ['removes bidi control characters', '\u202Eabc\u202C\u2066d\u2069\u200Fe\u061C', 'abcde'],
    ['removes characters without a shape', 'a\u200B\u2060\uFEFF\u00ADb\uFFFE', 'ab'],
    ['replaces lone surrogates', 'a\uD800b\uDC00', 'a\uFFFDb\uFFFD'],
    ['keeps surrogate pairs and joiners', '\u{1F468}\u200D\u{1F469} \u0646\u200C\u0645', undefined],
    ['merges spaces around removed characters', ' a \u200B \u0000 b ', 'a b'],
    ['keeps accents', '\u0E01\u0E34\u0E49', undefined],
    ['composes accents and Korean', 'e\u0301 \u1112\u1161\u11AB', '\u00E9 \uD55C'],
    [
      'limits stacked combining marks',
      `Z${'\u0301'.repeat(10_000)}x`,
      `\u0179${'\u0301'.repeat(7)}x`,
    ],
    ['keeps ASS and markup characters as text', '{\\b1}<b>&', undefined],
  ])('%s', (_, text, expected) => {
    expect(plainText(text)).toBe(expected ?? text);
    expect(plainText(plainText(text))).toBe(plainText(text));
  });
});

describe('displayText', () => {
  it('uses capitals only if requested', () => {
    expect(displayText('stra\u00DFe', { transform: 'none' }, 'de')).toBe('stra\u00DFe');
    expect(displayText('stra\u00DFe', { transform: 'uppercase' }, 'de')).toBe('STRASSE');
  });

  it('ignores a malformed language', () => {
    expect(displayText('i', { transform: 'uppercase' }, 'not a tag')).toBe('I');
  });
});
