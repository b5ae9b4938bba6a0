import fc from 'fast-check';
import { approximateWords } from './approximate-words.js';
import { dropLoops } from './drop-loops.js';
import { modelLanguages } from './readings/script-language.js';
import { frenchLetterToSound } from './readings/french-letter-to-sound.js';
import { frenchNumber } from './readings/french-numbers.js';
import { writtenWords } from './written-words.js';
import { snapToPauses, normalizeWordTimes } from './normalize-word-times.js';
import { findPauses, SPEECH_SAMPLE_RATE } from './voice-activity.js';

const word = (text: string, startMs: number, endMs: number) => ({
  text,
  startMs,
  endMs,
  confidence: null,
});

describe('writtenWords', () => {
  it('splits a script at white space and keeps punctuation with its word', () => {
    expect(writtenWords('  One, two.\n\u201cThree\u201d ')).toEqual([
      'One,',
      'two.',
      '\u201cThree\u201d',
    ]);
  });
});

describe('findPauses', () => {
  it('finds the pause between two sounds, also in steady noise', () => {
    const samples = Float32Array.from({ length: SPEECH_SAMPLE_RATE * 3 }, (_, index) => {
      const second = index / SPEECH_SAMPLE_RATE;
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

describe('word times', () => {
  it('moves a word that was stretched over a pause to the side with most of it', () => {
    const pauses = [{ startMs: 990, endMs: 2010 }];
    expect(snapToPauses([word('a', 950, 2300), word('b', 700, 2050)], pauses)).toEqual([
      word('a', 2000, 2300),
      word('b', 700, 1000),
    ]);
  });

  it('are in order, inside the audio and never empty', () => {
    const time = fc.integer({ min: -500, max: 3000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(time, time), { maxLength: 40 }), (times) => {
        const tidy = normalizeWordTimes(
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

describe('languages', () => {
  it('splits scripts without spaces at word boundaries', () => {
    expect(writtenWords('今日は、いい天気ですね。Hello world', 'ja')).toEqual([
      '今日',
      'は、',
      'いい',
      '天気',
      'です',
      'ね。',
      'Hello',
      'world',
    ]);
  });

  it('have a model for English and French', () => {
    expect(modelLanguages('auto', 'Hello there')).toEqual(['en', 'fr']);
    expect(modelLanguages('fr-CA', 'Bonjour')).toEqual(['fr']);
    expect(modelLanguages('auto', 'Привет')).toEqual([]);
    expect(modelLanguages('de', 'Guten Tag')).toEqual([]);
  });

  it.each([
    [17, 'dix sept'],
    [71, 'soixante et onze'],
    [80, 'quatre vingts'],
    [99, 'quatre vingt dix neuf'],
    [1234, 'mille deux cent trente quatre'],
    [2_000_001, 'deux millions un'],
  ])('says %i in French', (value, words) => {
    expect(frenchNumber(value).join(' ')).toBe(words);
  });

  it('guesses the pronunciation of French words', () => {
    expect(frenchLetterToSound('chateaux')).toBe('ch aa tt au');
  });
});

describe('approximate times', () => {
  const pauses = [
    { startMs: 0, endMs: 200 },
    { startMs: 1200, endMs: 1700 },
    { startMs: 2700, endMs: 3000 },
  ];

  it('tie the end of a sentence to a pause', () => {
    const words = approximateWords(['Eins', 'zwei.', 'Drei', 'vier.'], pauses, 3000);
    expect(words[0]!.startMs).toBe(200);
    expect(words[1]!.endMs).toBe(1200);
    expect(words[2]!.startMs).toBe(1700);
    expect(words[3]!.endMs).toBe(2700);
  });

  it('give every word a separate time, in order, even with hardly any speech', () => {
    const written = Array.from({ length: 50 }, (_, index) => `w${index}`);
    const words = approximateWords(written, [{ startMs: 0, endMs: 2990 }], 3000);
    words.forEach((word, index) => {
      expect(word.endMs).toBeGreaterThan(word.startMs);
      if (index > 0) expect(word.startMs).toBeGreaterThanOrEqual(words[index - 1]!.endMs);
    });
    expect(words.at(-1)!.endMs).toBeLessThanOrEqual(3000);
  });
});

describe('dropLoops', () => {
  it('keeps the first repetition of a loop', () => {
    const text = 'So thank you thank you, Thank you thank you. thank you bye bye now';
    expect(dropLoops(text.split(' ')).join(' ')).toBe('So thank you bye bye now');
  });

  it('keeps repetitions that may well be said', () => {
    const text = 'no no no that is very very good';
    expect(dropLoops(text.split(' ')).join(' ')).toBe(text);
  });
});
