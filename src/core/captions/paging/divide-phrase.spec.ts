import fc from 'fast-check';
import { dividePhrase } from './divide-phrase.js';

describe('dividePhrase', () => {
  /** How often the list of widths is read. Comparisons of divisions read sums of it. */
  function reads(count: number, width: number): number {
    let read = 0;
    const widths = new Proxy(
      Array.from({ length: count }, () => width),
      {
        get(target, name) {
          read++;
          return Reflect.get(target, name) as unknown;
        },
      },
    );
    const words = Array.from({ length: count }, (_, at) => ({
      text: 'word',
      startMs: at * 300,
      endMs: at * 300 + 200,
      confidence: null,
    })) as unknown as Parameters<typeof dividePhrase>[0]['words'];
    const gaps = Array.from({ length: count }, () => 5);
    const limits = { maxWords: 20, maxChars: 1_000, maxWidth: 600, maxLines: 4 };
    const pages = dividePhrase({ words, widths, gaps }, limits);
    expect(pages.flat(2)).toHaveLength(count);
    return read;
  }

  it('measures each word once, and twice as many for twice the words', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 700 }),
        (count, width) => {
          expect(reads(2 * count, width)).toBeLessThanOrEqual(2 * reads(count, width));
        },
      ),
      { numRuns: 10 },
    );
  });
});
