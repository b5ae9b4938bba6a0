import { isSpokenScript, fitWarnings, canBeSpokenIn } from './fit-warnings.js';
import { confidenceOf, measureFit } from './script-fit.js';

const word = (confidence: number, at: number) => ({ startMs: at, endMs: at + 200, confidence });
const plain = { phrases: ['word'], isDoubtful: false };
const number = { phrases: ['one', 'two'], isDoubtful: true };

describe('measureFit', () => {
  const written = ['w', 'w', 'w', 'w', 'w', 'w', 'w', 'w'];
  const readings = written.map(() => plain);

  it('measures the share that is heard and reports the rest', () => {
    const matches = written.map((_, index) => (index < 3 ? word(0.9, index * 200) : null));
    const leftOut = [[3, 7]] as const;
    const otherSpeech = [
      { startMs: 700, endMs: 2100 },
      { startMs: 3000, endMs: 3200 },
    ];
    const fit = measureFit({ written, readings, matches, leftOut, otherSpeech });
    expect(fit.share).toBeCloseTo(3 / 8);
    expect(fit.unheard).toEqual([[3, 7]]);
    expect(fitWarnings(fit, written, '/a')).toEqual([
      'Only 38% of the script at /a matches the speech. Check that it is the right script.',
      '5 words of the script at /a are not spoken and not shown: word 4 ("w w w w…").',
      'The recording has speech that is not in the script at /a: from 0.7 s to 2.1 s.',
    ]);
  });

  it('ignores a number that is read in another way', () => {
    const matches = written.map((_, index) => (index === 4 ? null : word(0.9, index * 200)));
    const otherSpeech = [{ startMs: 800, endMs: 2500 }];
    const fit = measureFit({
      written,
      matches: matches.map((one, index) => (index > 4 ? word(0.9, 2500) : one)),
      readings: readings.map((one, index) => (index === 4 ? number : one)),
      leftOut: [],
      otherSpeech,
    });
    expect(fit.share).toBe(1);
    expect(fitWarnings(fit, written, '/a')).toEqual([]);
  });

  it('rejects a script whose words have no confidence', () => {
    const matches = written.map((_, index) => word(0.05, index * 200));
    const fit = measureFit({ written, readings, matches, leftOut: [], otherSpeech: [] });
    expect(isSpokenScript(fit)).toBe(false);
  });

  it('gives more confidence to a word with more gain over other speech', () => {
    expect(confidenceOf(1)).toBeGreaterThan(0.95);
    expect(confidenceOf(-6)).toBeLessThan(0.05);
  });

  it('rejects a script that nobody can say in the time', () => {
    expect(canBeSpokenIn(['a'.repeat(10)], 1000)).toBe(true);
    expect(
      canBeSpokenIn(
        Array.from({ length: 5000 }, () => '123'),
        16_000,
      ),
    ).toBe(false);
  });
});
