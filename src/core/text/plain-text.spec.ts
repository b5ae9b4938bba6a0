import { displayText, plainText } from './plain-text.js';

describe('plainText', () => {
  it.each([
    ['line breaks and tabs become spaces', 'a\r\nb\tc\u2028d\u2029e\u0085f', 'a b c d e f'],
    ['controls go', 'a\u0000\u0007\u001B[31mb\u007F\u009F', 'a[31mb'],
    ['bidi controls go', '\u202Eabc\u202C\u2066d\u2069\u200Fe\u061C', 'abcde'],
    ['characters without a shape go', 'a\u200B\u2060\uFEFF\u00ADb\uFFFE', 'ab'],
    ['lone surrogates are shown as replaced', 'a\uD800b\uDC00', 'a\uFFFDb\uFFFD'],
    ['pairs and joiners stay', '\u{1F468}\u200D\u{1F469} \u0646\u200C\u0645', undefined],
    ['spaces left by what went are one', ' a \u200B \u0000 b ', 'a b'],
    ['accents stay', '\u0E01\u0E34\u0E49', undefined],
    ['accents and Korean are composed', 'e\u0301 \u1112\u1161\u11AB', '\u00E9 \uD55C'],
    ['piled up marks are cut off', `Z${'\u0301'.repeat(10_000)}x`, `\u0179${'\u0301'.repeat(7)}x`],
    ['marks of ASS and markup are text', '{\\b1}<b>&', undefined],
  ])('%s', (_, text, expected) => {
    expect(plainText(text)).toBe(expected ?? text);
    expect(plainText(plainText(text))).toBe(plainText(text));
  });
});

describe('displayText', () => {
  it('uses capitals only if requested', () => {
    expect(displayText('stra\u00DFe', { allCaps: false }, 'de')).toBe('stra\u00DFe');
    expect(displayText('stra\u00DFe', { allCaps: true }, 'de')).toBe('STRASSE');
  });

  it('ignores a malformed language', () => {
    expect(displayText('i', { allCaps: true }, 'not a tag')).toBe('I');
  });
});
