import { readCaptions } from './read-captions.js';

function cuesOf(text: string) {
  const result = readCaptions(text);
  return 'cues' in result ? result.cues : [];
}

const read = (text: string) =>
  cuesOf(text).map(({ startMs, endMs, text: content }) => `${startMs}-${endMs} ${content}`);

describe('LRC', () => {
  it('shows lines until the next line, but at most ten seconds', () => {
    const text =
      '[ar: Somebody]\n[length: 2:58]\n\n[00:01.00]First line\n[00:03.5]Second line\n[00:05]\n[01:00.123]Third line\n[02:00:50]Last line';
    expect(read(text)).toEqual([
      '1000-3500 First line',
      '3500-5000 Second line',
      '60123-70123 Third line',
      '120500-121040 Last line',
    ]);
  });

  it('repeats a line for each of its times', () => {
    expect(read('[00:01.00][00:09.00]Oh baby\n[00:03.00]In between')).toEqual([
      '1000-3000 Oh baby',
      '3000-9000 In between',
      '9000-9500 Oh baby',
    ]);
  });

  it('reads word times, also in repeated lines', () => {
    const text =
      '[00:01.00][00:11.00] <00:01.00> When <00:01.50> the truth <00:02.20>\n[00:05.00]x y';
    const words = cuesOf(text).flatMap((cue) => cue.words ?? []);
    expect(words.map(({ text: word, startMs, endMs }) => `${startMs}-${endMs} ${word}`)).toEqual([
      '1000-1500 When',
      '1500-1763 the',
      '1763-2200 truth',
      '11000-11500 When',
      '11500-11763 the',
      '11763-12200 truth',
    ]);
  });

  it('starts earlier by its offset', () => {
    expect(read('[offset:+500]\n[00:01.00]a b\n[00:02.00]c d')[0]).toBe('500-1500 a b');
    expect(read('[offset:-500]\n[00:01.00]a b\n[00:02.00]c d')[0]).toBe('1500-2500 a b');
  });

  it('reports lines without a time', () => {
    expect(readCaptions('[00:01.00]a b\n[Chorus]\nlost')).toMatchObject({
      warnings: ['Skipped 2 text blocks that do not belong to a cue (lines 2 and 3).'],
    });
  });
});
