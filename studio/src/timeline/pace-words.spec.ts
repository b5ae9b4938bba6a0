import { paceWords } from './pace-words.js';

const SCRIPT = `The sea was calm. Nobody had seen it like this, not in a hundred years, and not in stories.

It began to rain!`;

describe('paceWords', () => {
  it('gives words times in order, with pauses at the ends of sentences', () => {
    const words = paceWords(SCRIPT);
    expect(words.map(({ word }) => word).join(' ')).toBe(SCRIPT.replace(/\s+/g, ' '));
    expect(words.filter(({ ends }) => ends).map(({ word }) => word)).toEqual([
      'calm.',
      'stories.',
      'rain!',
    ]);
    const gaps = words.slice(1).map(({ start }, index) => start - words[index]!.end);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
    expect(gaps[3]).toBeCloseTo(0.4);
    expect(Math.max(...gaps)).toBeCloseTo(0.8);
  });

  it('is about as fast as people read, and scales', () => {
    const text = 'People who read aloud say about this many words in every minute. '.repeat(20);
    const seconds = paceWords(text).at(-1)!.end;
    expect((240 / seconds) * 60).toBeGreaterThan(130);
    expect((240 / seconds) * 60).toBeLessThan(180);
    expect(paceWords(text, 2).at(-1)!.end).toBeCloseTo(seconds / 2, 1);
  });

  it('takes the lines of a song as sentences, and an empty script as none', () => {
    expect(paceWords('one two\nthree').map(({ ends }) => ends)).toEqual([false, true, true]);
    expect(paceWords('  \n ')).toEqual([]);
  });
});
