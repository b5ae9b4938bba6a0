import fc from 'fast-check';
import { letterToSound } from './letter-to-sound.js';
import { spokenWords, writtenWords } from './spoken-words.js';
import { snapToPauses, tidyWords } from './tidy-words.js';
import { findPauses, SPEECH_RATE } from './voice-activity.js';

const word = (text: string, startMs: number, endMs: number) => ({
  text,
  startMs,
  endMs,
  confidence: null,
});

describe('spokenWords', () => {
  it.each([
    ['Hello,', 'hello'],
    ['it\u2019s', "it's"],
    ['$499', 'four hundred ninety nine dollars'],
    ['$1.50', 'one dollar and fifty cents'],
    ['2-year', 'two year'],
    ['50%', 'fifty percent'],
    ['1,250,000', 'one million two hundred fifty thousand'],
    ['1984', 'nineteen eighty four'],
    ['2000', 'two thousand'],
    ['3.14', 'three point one four'],
    ['R&D', 'r and d'],
    ['-', ''],
  ])('says %s as "%s"', (written, spoken) => {
    expect(spokenWords(written).join(' ')).toBe(spoken);
  });

  it('splits a script at white space and keeps punctuation with its word', () => {
    expect(writtenWords('  One, two.\n\u201cThree\u201d ')).toEqual([
      'One,',
      'two.',
      '\u201cThree\u201d',
    ]);
  });

  it('never throws, and letters always have a sound', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const spoken of spokenWords(text)) expect(letterToSound(spoken)).not.toBe('');
      }),
    );
  });
});

describe('voice activity', () => {
  it('finds the pause between two sounds, under steady noise too', () => {
    const samples = Float32Array.from({ length: SPEECH_RATE * 3 }, (_, index) => {
      const second = index / SPEECH_RATE;
      const voiced = second < 1 || second >= 2;
      const noise = Math.sin(index * index * 0.37) * 0.01;
      return noise + (voiced ? Math.sin(second * 2 * Math.PI * 500) * 0.3 : 0);
    });
    const pauses = findPauses(samples);
    expect(pauses).toHaveLength(1);
    expect(Math.abs(pauses[0]!.startMs - 1000)).toBeLessThanOrEqual(50);
    expect(Math.abs(pauses[0]!.endMs - 2000)).toBeLessThanOrEqual(50);
  });
});

describe('tidying', () => {
  it('pulls a word that was stretched over a pause to the side where most of it is', () => {
    const pauses = [{ startMs: 990, endMs: 2010 }];
    expect(snapToPauses([word('a', 950, 2300), word('b', 700, 2050)], pauses)).toEqual([
      word('a', 2000, 2300),
      word('b', 700, 1000),
    ]);
  });

  it('gives every word a length, in order, inside the audio', () => {
    const time = fc.integer({ min: -500, max: 3000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(time, time), { maxLength: 40 }), (times) => {
        const tidy = tidyWords(
          times.map(([start, end]) => word('w', start, end)),
          2000,
        );
        let previous = -1;
        for (const { startMs, endMs } of tidy) {
          expect(startMs).toBeGreaterThan(previous);
          expect(endMs).toBeGreaterThan(startMs);
          expect(endMs).toBeLessThanOrEqual(2000);
          previous = startMs;
        }
      }),
    );
  });
});
