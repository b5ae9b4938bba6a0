import { wordTimesFromTokens } from './word-times-from-tokens.js';

const at = (...pieces: [string, number][]) => pieces.map(([text, startMs]) => ({ text, startMs }));

describe('tokenWords', () => {
  it('joins tokens to words', () => {
    const tokens = at([' he', 100], ['llo', 200], [' world', 500], ['.', 700]);
    expect(wordTimesFromTokens(['hello', 'world.'], tokens, 3000)).toEqual([
      { text: 'hello', startMs: 100, endMs: 500 },
      { text: 'world.', startMs: 500, endMs: 1100 },
    ]);
  });

  it('ignores the mark for the start of a word', () => {
    const tokens = at(['\u2581he', 0], ['llo', 80], ['\u2581you', 900]);
    expect(wordTimesFromTokens(['hello', 'you'], tokens, 1000)).toEqual([
      { text: 'hello', startMs: 0, endMs: 480 },
      { text: 'you', startMs: 900, endMs: 1000 },
    ]);
  });

  it('accepts scripts without spaces', () => {
    const tokens = at(['今', 0], ['天', 100], ['好', 200]);
    expect(wordTimesFromTokens(['今天', '好'], tokens, 400).map(({ startMs }) => startMs)).toEqual([
      0, 200,
    ]);
  });

  it('returns nothing when the tokens are not the words', () => {
    expect(wordTimesFromTokens(['five'], at(['5', 0]), 400)).toEqual([]);
    expect(wordTimesFromTokens(['five'], [], 400)).toEqual([]);
  });
});
