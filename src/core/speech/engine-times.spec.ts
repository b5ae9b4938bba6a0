import { splitSpeed } from './engine-speed.js';
import { sentenceWords } from './sentence-words.js';

const timesOf = (text: string, seconds = 0.1) => {
  const characters = Array.from(text);
  return {
    characters,
    starts: characters.map((_, index) => index * seconds),
    ends: characters.map((_, index) => (index + 1) * seconds),
  };
};

describe('sentenceWords', () => {
  it('reads words from the times of characters', () => {
    expect(sentenceWords('Hi all.', timesOf('Hi all.'), 700)).toMatchObject([
      { text: 'Hi', startMs: 0, endMs: 200 },
      { text: 'all.', startMs: 300, endMs: 700 },
    ]);
  });

  it.each([
    ['of another text', 'Hello all.', timesOf('Hi all.'), 700],
    ['of a part of the text', 'Hi all you.', timesOf('Hi all'), 1100],
    ['that run away from the sound', 'Hi all.', timesOf('Hi all.', 0.3), 700],
    [
      'that stand still',
      'Hi all.',
      { ...timesOf('Hi all.'), starts: [0, 0, 0, 0, 0, 0, 0], ends: [0, 0, 0, 0, 0, 0, 0] },
      700,
    ],
    [
      'that go back',
      'Hi all.',
      {
        ...timesOf('Hi all.'),
        starts: [0.5, 0.6, 0, 0, 0.1, 0.2, 0.3],
        ends: [0.6, 0.7, 0, 0.1, 0.2, 0.3, 0.4],
      },
      700,
    ],
  ])('refuses times %s', (_what, text, times, durationMs) => {
    expect(sentenceWords(text, times, durationMs)).toBeNull();
  });
});

describe('splitSpeed', () => {
  it.each([
    [1, null, 1, 1],
    [1.5, null, 1, 1.5],
    [1.1, { min: 0.7, max: 1.2 }, 1.1, 1],
    [2.4, { min: 0.7, max: 1.2 }, 1.2, 2],
    [0.35, { min: 0.7, max: 1.2 }, 0.7, 0.5],
    [1.333, { min: 0.5, max: 2 }, 1.33, 1],
  ])('splits %d within %j', (speed, range, spoken, played) => {
    expect(splitSpeed(speed, range)).toEqual({ spoken, played });
  });
});
