import fc from 'fast-check';
import { layOutLine } from './lay-out-line.js';
import type { TextShaper } from './types.js';
import { wrapText } from './wrap-text.js';

const FONT = { family: 'Any', weight: 400, sizePx: 20 };
const OPTIONS = { direction: 'auto', language: 'en' } as const;

/** A shaper that counts what it is asked. Every letter is 10 pixels wide. */
function countingShaper() {
  const work = { calls: 0, characters: 0 };
  const shape = (text: string) => {
    work.calls++;
    work.characters += text.length;
    return { text, direction: 'ltr', width: text.length * 10, missing: [], glyphs: [] } as const;
  };
  return { work, shaper: { shape } as unknown as TextShaper };
}

const units = fc.constantFrom(
  'a ',
  'word ',
  'a-b',
  '東京',
  'ab\n',
  '\u{1F600}',
  'https://a.b/c ',
  '. ',
);
const counts = fc.integer({ min: 1, max: 300 });
const widths = fc.integer({ min: 1, max: 5_000 });

describe('the work of a shaper', () => {
  it('is n log n for a wrapped text', () => {
    fc.assert(
      fc.property(units, counts, widths, (unit, count, width) => {
        const { work, shaper } = countingShaper();
        const text = unit.repeat(count);
        wrapText(text, width, { shaper, font: FONT, options: OPTIONS });
        const { length } = text;
        expect(work.calls).toBeLessThanOrEqual(8 * length + 8);
        expect(work.characters).toBeLessThanOrEqual(8 * length * (2 + Math.log2(length + 1)) + 8);
      }),
      { numRuns: 40 },
    );
  });

  it('is one call for a line, whatever its words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'bcd', '東', ''), { maxLength: 300 }), (texts) => {
        const { work, shaper } = countingShaper();
        const words = texts.map((text) => ({ text }));
        expect(layOutLine(words, shaper, FONT, OPTIONS).words).toHaveLength(texts.length);
        expect(work.calls).toBe(1);
        expect(work.characters).toBeLessThanOrEqual(texts.join(' ').length);
      }),
      { numRuns: 50 },
    );
  });
});
