import { trimGivenWords } from './trim-given-words.js';

const word = (text: string, startMs: number, endMs: number) => ({ text, startMs, endMs });

describe('placeGiven', () => {
  it('leaves out words that start after the end, with a warning', () => {
    const words = Array.from({ length: 40 }, (_, at) => word(`w${at}`, at * 500, at * 500 + 400));
    const { words: placed, warnings } = trimGivenWords(words, 5200, '/elements/0/words');
    expect(placed.map(({ startMs, endMs }) => [startMs, endMs])).toEqual(
      words.slice(0, 11).map(({ startMs, endMs }) => [startMs, Math.min(5200, endMs)]),
    );
    expect(warnings).toEqual([
      '29 words of /elements/0/words start after the end and are not shown. The first is "w11" at 5.5 s.',
    ]);
    expect(trimGivenWords([word('a', 0, 1), word('b', 9000, 9500)], 5000, '/x').warnings).toEqual([
      '1 word of /x starts after the end and is not shown: "b" at 9 s.',
    ]);
  });

  it('does not move overlapping words', () => {
    const words = [word('I', 0, 1000), word('think', 1000, 2500), word('no', 1100, 1400)];
    expect(trimGivenWords(words, 5000, '/x')).toEqual({
      words: words.map((one) => ({ ...one, confidence: null })),
      warnings: [],
    });
  });
});
