import { isSpokenScript, fitWarnings, canBeSpokenIn } from './fit-warnings.js';
import { confidenceOf, measureFit } from './script-fit.js';

const word = (confidence: number, at: number) => ({ startMs: at, endMs: at + 200, confidence });
const plain = { phrases: ['word'], doubtful: false };
const number = { phrases: ['one', 'two'], doubtful: true };

describe('how well a script fits', () => {
  const written = ['w', 'w', 'w', 'w', 'w', 'w', 'w', 'w'];
  const read = written.map(() => plain);

  it('counts what is heard, and tells where the rest stands', () => {
    const heard = written.map((_, index) => (index < 3 ? word(0.9, index * 200) : null));
    const leftOut = [[3, 7]] as const;
    const other = [
      { startMs: 700, endMs: 2100 },
      { startMs: 3000, endMs: 3200 },
    ];
    const fit = measureFit({ written, read, heard, leftOut, other });
    expect(fit.share).toBeCloseTo(3 / 8);
    expect(fit.unheard).toEqual([[3, 7]]);
    expect(fitWarnings(fit, written, '/a')).toEqual([
      'Only 38 % of the script at /a is heard in the speech; check that it is what is said.',
      '5 words of the script at /a are not said and not shown: word 4 ("w w w w…").',
      'Something is heard that is not in the script at /a: from 0.7 to 2.1 s.',
    ]);
  });

  it('does not hold it against a script that a number is read in another way', () => {
    const heard = written.map((_, index) => (index === 4 ? null : word(0.9, index * 200)));
    const other = [{ startMs: 800, endMs: 2500 }];
    const fit = measureFit({
      written,
      heard: heard.map((one, index) => (index > 4 ? word(0.9, 2500) : one)),
      read: read.map((one, index) => (index === 4 ? number : one)),
      leftOut: [],
      other,
    });
    expect(fit.share).toBe(1);
    expect(fitWarnings(fit, written, '/a')).toEqual([]);
  });

  it('takes words of no confidence for another script', () => {
    const heard = written.map((_, index) => word(0.05, index * 200));
    const fit = measureFit({ written, read, heard, leftOut: [], other: [] });
    expect(isSpokenScript(fit)).toBe(false);
  });

  it('is surer of a word the more it gains over other speech', () => {
    expect(confidenceOf(1)).toBeGreaterThan(0.95);
    expect(confidenceOf(-6)).toBeLessThan(0.05);
  });

  it('knows what nobody can say in the time', () => {
    expect(canBeSpokenIn(['a'.repeat(10)], 1000)).toBe(true);
    expect(
      canBeSpokenIn(
        Array.from({ length: 5000 }, () => '123'),
        16_000,
      ),
    ).toBe(false);
  });
});
