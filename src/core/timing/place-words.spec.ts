import { placeWords } from './place-words.js';

const heard = (startMs: number, endMs: number) => ({ startMs, endMs, confidence: 0.9 });
const times = (words: readonly { text: string; startMs: number; endMs: number }[]) =>
  words.map(({ text, startMs, endMs }) => [text, Math.round(startMs), Math.round(endMs)]);

describe('placeWords', () => {
  it('keeps the times of heard words', () => {
    const { words, leftOut } = placeWords(['a', 'b'], [heard(100, 300), heard(300, 500)], [], 1000);
    expect(times(words)).toEqual([
      ['a', 100, 300],
      ['b', 300, 500],
    ]);
    expect(leftOut).toEqual([]);
  });

  it('divides the speech in a gap among words that were not heard', () => {
    const { words } = placeWords(
      ['one', '4', '4', 'two'],
      [heard(0, 500), null, null, heard(1700, 2000)],
      [],
      2000,
    );
    expect(words).toHaveLength(4);
    expect(words[1]!.startMs).toBe(500);
    expect(words[2]!.startMs).toBeGreaterThan(1000);
    expect(words[2]!.endMs).toBe(1700);
    expect(words[1]!.confidence).toBe(0);
  });

  it('shows words without sound briefly after the word before, or in its last part', () => {
    const roomy = placeWords(
      ['a', '—', 'b'],
      [heard(0, 500), null, heard(900, 1000)],
      [{ startMs: 500, endMs: 900 }],
      1000,
    );
    expect(times(roomy.words)[1]).toEqual(['—', 500, 620]);
    const tight = placeWords(['a', '—', 'b'], [heard(0, 500), null, heard(500, 1000)], [], 1000);
    expect(times(tight.words)).toEqual([
      ['a', 0, 380],
      ['—', 380, 500],
      ['b', 500, 1000],
    ]);
  });

  it('leaves out longer runs that are not said, also at the end', () => {
    const many = Array.from({ length: 6 }, (_, index) => `w${index}`);
    const { words, leftOut } = placeWords(
      ['a', ...many, 'b', ...many],
      [heard(0, 500), ...many.map(() => null), heard(520, 990), ...many.map(() => null)],
      [],
      1000,
    );
    expect(words.map(({ text }) => text)).toEqual(['a', 'b']);
    expect(leftOut).toEqual([
      [1, 6],
      [8, 13],
    ]);
  });
});
