import { readCaptionSource } from '../../src/core/captions/read/read-caption-source.js';
import { writeAssFile } from '../../src/core/captions/write/write-ass-file.js';
import { plainText } from '../../src/core/text/plain-text.js';
import { captionSettings, timedWord } from '../support/captions.js';

const FRAME = { width: 640, height: 360 };

describe('text of captions from a caller', () => {
  it.each([
    ['braces', '{\\blur100\\fs400}a', '{\\blur100\\fs400}a'],
    ['a backslash before a letter', 'a\\Nb\\hc', 'a\\Nb\\hc'],
    ['line breaks', 'a\nb\r\nc\rd\u2028e\u2029f\u0085g', 'a b c d e f g'],
    ['tabs and form feeds', 'a\tb\fc\vd', 'a b c d'],
    ['NUL and other controls', 'a\0b\x01c\x1bd\x7fe\x9bf', 'abcdef'],
    ['overrides of the direction', 'a\u202eb\u202dc\u2066d\u2069e\u200ff\u061cg', 'abcdefg'],
    ['invisible characters', 'a\u200bb\u2060c\ufeffd\u00ade', 'abcde'],
    ['interlinear annotations', 'a\ufff9b\ufffac\ufffbd', 'abcd'],
    ['noncharacters', 'a\ufffeb\u{1ffff}c\ufdd0d', 'abcd'],
    ['lone surrogates', 'a\ud800b\udc00c', 'a\ufffdb\ufffdc'],
    ['nothing but controls', '\0\x01\u202e\u200b', ''],
    ['a hundred marks on a letter', `a${'\u0315'.repeat(100)}b`, `a${'\u0315'.repeat(8)}b`],
    ['joiners of an emoji', '👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧'],
  ])('shows %s as plain text', (_, text, shown) => {
    expect(plainText(text)).toBe(shown);
    expect(plainText(shown)).toBe(shown);
  });

  it.each([
    ['{\\p1}m 0 0 l 9 9{\\p0}', '(/p1)m 0 0 l 9 9(/p0)'],
    ['a{b}c', 'a(b)c'],
    ['a\\Nb', 'a/Nb'],
    ['a\nDialogue: 0,0:00:00.00,9:00:00.00,Caption,,0,0,0,,b', undefined],
    ['a\r\n[Fonts]\nfontname: b', undefined],
  ])('writes no tags and no lines of its own for %j', (text, written) => {
    const pages = [{ lines: [[timedWord(text, 0, 1000)]], startMs: 0, endMs: 1000 }];
    const file = writeAssFile(pages, captionSettings(), FRAME, 'en');
    const plain = writeAssFile(
      [{ lines: [[timedWord('a', 0, 1000)]], startMs: 0, endMs: 1000 }],
      captionSettings(),
      FRAME,
      'en',
    );
    expect(file.split(/\r\n|[\n\r\u2028]/).length).toBe(plain.split('\n').length);
    const event = file.split('\n').at(-2)!;
    const shown = event
      .split(',,')
      .at(-1)!
      .replace(/^\{\\k\d+\}/, '');
    expect(shown).not.toMatch(/[{}\\\r\n]/);
    if (written !== undefined) expect(shown).toBe(written);
  });

  const times = '00:00:01,000 --> 00:00:02,000';
  it.each<[string, string, number, number]>([
    ['a cue of two million letters', `1\n${times}\n${'a'.repeat(2_000_000)}`, 1, 4_000],
    ['a cue of two million braces', `1\n${times}\na${'{'.repeat(2_000_000)}`, 1, 4_000],
  ])('reads %s within bounds', (_, text, mostCues, mostLetters) => {
    const read = readCaptionSource(text);
    const cues = 'cues' in read ? read.cues : [];
    expect(cues.length).toBeGreaterThan(0);
    expect(cues.length).toBeLessThanOrEqual(mostCues);
    expect(cues.every((cue) => cue.text.length <= Math.max(mostLetters, 4_000))).toBe(true);
  });
});
