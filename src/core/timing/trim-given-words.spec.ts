import { trimGivenWords } from './trim-given-words.js';

const word = (text: string, startMs: number, endMs: number) => ({ text, startMs, endMs });

const OPTIONS = { durationMs: 5000, pointer: '/x', within: 'clip' } as const;

describe('trimGivenWords', () => {
  it('leaves out words that start after the end, with a warning', () => {
    const words = Array.from({ length: 40 }, (_, at) => word(`w${at}`, at * 500, at * 500 + 400));
    const { words: placed, warnings } = trimGivenWords(words, {
      durationMs: 5200,
      pointer: '/elements/0/words',
      within: 'video',
    });
    expect(placed.map(({ startMs, endMs }) => [startMs, endMs])).toEqual(
      words.slice(0, 11).map(({ startMs, endMs }) => [startMs, Math.min(5200, endMs)]),
    );
    expect(warnings).toEqual([
      '29 words in /elements/0/words start after the end of the video and are not shown. The first is "w11" at 5.5 s.',
    ]);
    expect(trimGivenWords([word('a', 0, 1), word('b', 9000, 9500)], OPTIONS).warnings).toEqual([
      '1 word in /x starts after the end of the clip and is not shown: "b" at 9 s.',
    ]);
  });

  it('does not move overlapping words', () => {
    const words = [word('I', 0, 1000), word('think', 1000, 2500), word('no', 1100, 1400)];
    expect(trimGivenWords(words, OPTIONS)).toEqual({
      words: words.map((one) => ({ ...one, confidence: null })),
      warnings: [],
    });
  });
});
