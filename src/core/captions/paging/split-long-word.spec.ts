import fc from 'fast-check';
import { splitAtBreaks } from '../../text/wrap-text.js';
import { splitLongWord } from './split-long-word.js';

/** The characters that are measured while a word is split, with letters 10 pixels wide. */
function measuredCharacters(text: string, maxWidth: number): number {
  let characters = 0;
  const measure = (part: string) => {
    characters += part.length;
    return part.length * 10;
  };
  const word = { text, startMs: 0, endMs: 1_000, confidence: null };
  const pieces = splitLongWord(word, maxWidth, measure);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  return characters;
}

describe('splitLongWord', () => {
  it('measures n log n characters', () => {
    const word = fc.tuple(
      fc.constantFrom('a', 'ab-', 'www.', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}', '東'),
      fc.integer({ min: 1, max: 1_000 }),
      fc.integer({ min: 20, max: 5_000 }),
    );
    fc.assert(
      fc.property(word, ([unit, count, maxWidth]) => {
        const text = unit.repeat(count);
        const most = 8 * text.length * (2 + Math.log2(text.length + 1));
        expect(measuredCharacters(text, maxWidth)).toBeLessThanOrEqual(most);
      }),
      { numRuns: 50 },
    );
  });
});

describe('splitAtBreaks', () => {
  it('keeps every character, in a word of thousands of emoji too', () => {
    const text = '\u{1F600}'.repeat(2_500);
    expect(splitAtBreaks(text).join('')).toBe(text);
  });
});
