import { removeOverlaps } from '../../src/core/captions/cues/remove-overlaps.js';
import { readCaptionSource } from '../../src/core/captions/read/read-caption-source.js';
import { looksLikeTiming } from '../../src/core/captions/read/cue-time.js';
import { readCaptions } from '../../src/core/captions/read/read-captions.js';

const TIMES = '00:00:01,000 --> 00:00:02,000';

const cuesOf = (text: string) => {
  const read = readCaptions(text);
  return 'cues' in read ? read.cues : [];
};

describe('hostile caption files', () => {
  it('reads a cue of half a million lines, and keeps its first 4,000 characters', () => {
    const [cue, ...others] = cuesOf(`1\n${TIMES}\n${'ab\n'.repeat(500_000)}`);
    expect(others).toEqual([]);
    expect(cue!.lines.length).toBe(2000);
  });

  it.each([
    ['File --> Save', false],
    ['File --&gt; Save', false],
    ['a --> b --> c', false],
    ['--> Save', true],
    ['File -->', true],
    ['File --> 3', true],
    ['at: File --> Save', true],
    ['Datei → Speichern', false],
    ['00:00,5,00:01', true],
    ['1:00.5,2:00.5', true],
    ['1:00a.b,c,2:00', true],
    ['1:00 a,2:00', false],
  ])('tells whether %j is meant as times', (line, expected) => {
    expect(looksLikeTiming(line)).toBe(expected);
  });

  it('shares the look of pieces, so that open tags do not multiply the text', () => {
    const tags = Array.from({ length: 32 }, (_, at) => `<c.${String(at).repeat(100)}>`).join('');
    const [cue] = cuesOf(`WEBVTT\n\n00:01.000 --> 00:02.000\n${tags}${'a<i></i>'.repeat(200_000)}`);
    expect(cue!.text.length).toBe(4000);
  });

  it('refuses lyrics that repeat a long timed line a hundred times', () => {
    const stamps = Array.from(
      { length: 100 },
      (_, at) => `[00:${String(at % 60).padStart(2, '0')}.00]`,
    );
    const words = Array.from({ length: 20_000 }, () => '<00:01.00>a').join('');
    expect(readCaptions(`${stamps.join('')}${words}`)).toEqual({
      problem: expect.stringContaining(
        'The lines are repeated too often: more than 100000 timed words',
      ),
    });
  });

  it('still repeats the lines of songs', () => {
    const cues = cuesOf('[00:01.00][00:05.00]<00:01.00>la <00:02.00>la\n[00:03.00]no');
    expect(cues.map(({ startMs, text }) => [startMs, text])).toEqual([
      [1000, 'la la'],
      [3000, 'no'],
      [5000, 'la la'],
    ]);
  });

  it('joins 20,000 cues that start together, without copying lines again for each', () => {
    const cues = Array.from({ length: 20_000 }, (_, at) => ({
      startMs: 0,
      endMs: 1000 + at,
      text: 'a',
      lines: ['a'],
      words: null,
    }));
    const [cue, ...others] = removeOverlaps(cues);
    expect(others).toEqual([]);
    expect([cue!.endMs, cue!.lines.length, cue!.text.length]).toEqual([20_999, 20_000, 39_999]);
  });

  it('reads a document type without a subset beside one with a subset', () => {
    const body = '<p begin="1s" end="2s">Hello</p>';
    const file = `<!DOCTYPE tt><!DOCTYPE x [<!ENTITY a "b">]><tt>${'<!x>'.repeat(1000)}<body>${body}</body></tt>`;
    expect(cuesOf(file).map(({ text }) => text)).toEqual(['Hello']);
  });

  it('reads marks above a letter without sorting all of them', () => {
    const marks = '\u0315'.repeat(200_000) + '\u0327'.repeat(200_000);
    const [cue] = cuesOf(`1\n${TIMES}\na${marks}`);
    expect(cue!.text.length).toBeLessThan(40);
  });

  it('reads JSON with a word of 16 million letters, and with a million pieces of one word', () => {
    const long = JSON.stringify({ words: [{ word: 'a'.repeat(15_000_000), start: 0, end: 1 }] });
    expect(readCaptionSource(long)).toMatchObject({
      words: { words: [{ text: 'a'.repeat(200), startMs: 0, endMs: 1000 }] },
    });
    const pieces = Array.from({ length: 200_000 }, (_, at) => ({ word: at === 0 ? ' a' : 'b' }));
    const words = [{ ...pieces[0], start: 0, end: 1 }, ...pieces.slice(1)];
    expect(readCaptionSource(JSON.stringify({ words }))).toMatchObject({
      words: { words: [{ text: `a${'b'.repeat(199)}` }] },
    });
  });

  it('reads JSON with marks that would be sorted', () => {
    const word = `a${'\u0315'.repeat(200_000)}${'\u0327'.repeat(200_000)}`;
    const read = readCaptionSource(JSON.stringify({ words: [{ word, start: 0, end: 1 }] }));
    expect('words' in read && 'words' in read.words).toBe(true);
  });
});
