import { readVtt } from './read-vtt.js';

/** Cues as `start-end text`, in the order of the file. */
const read = (text: string) =>
  readVtt(text.split('\n')).cues.map(
    ({ startMs, endMs, lines }) =>
      `${startMs}-${endMs} ${lines.map((line) => line.map((piece) => piece.text).join('')).join('|')}`,
  );

const GOOD = '00:00.000 --> 00:01.000\ngood\n';

describe('standard WebVTT', () => {
  it.each([
    ['00:00:01.500', 1500],
    ['00:01.500', 1500],
    ['0:00:01.500', 1500],
    ['000:00:01.500', 1500],
    ['100:00:00.000', 360_000_000],
  ])('has the time %s', (time, ms) => {
    expect(read(`WEBVTT\n\n00:00.000 --> ${time} align:start\nx`)).toEqual([`0-${ms} x`]);
    expect(read(`WEBVTT\n\n\t ${time}\t-->${time}\nx`)).toEqual([`${ms}-${ms} x`]);
  });

  it.each([
    '00:60.000',
    '60:00.000',
    '00:00:60.000',
    '00:60:00.000',
    '0:00.000',
    '00:0.000',
    '00.000',
    '00:00',
    '00:00.',
    '00:00.0',
    '00:00.00',
    '00:00.0000',
    '00:00:00',
    '00:000.000',
    '000:00.000',
    '00::00.000',
    '00:00..000',
    ':00.000',
    '-00:00.000',
    'x00:00.000',
    '00:x0.000',
    '00:00x.000',
    '00:00.0x0',
    '\v00:00.000',
    '\uFFFD00:00.000',
    '',
  ])('has no time such as %s', (time) => {
    const text = `WEBVTT\n\n${GOOD}\n${time} --> 00:01.000\nbad\n\n00:00.000 --> ${time}\nbad\n`;
    expect(read(text)).toEqual(['0-1000 good']);
  });

  it.each(['->', '-- >', '--', '—>', '-x->', '-->x', 'x-->'])(
    'has no arrow such as %s',
    (arrow) => {
      expect(read(`WEBVTT\n\n${GOOD}\n00:00.000 ${arrow} 00:01.000\nbad\n`)).toEqual([
        '0-1000 good',
      ]);
    },
  );

  it('ends the text at the next arrow', () => {
    const text = `WEBVTT\n\n-->\n${GOOD}x-->\n${GOOD}-->-->\n${GOOD}${GOOD}`;
    expect(read(text)).toEqual(Array.from({ length: 4 }, () => '0-1000 good'));
  });

  it.each([
    ['garbage after the header', `WEBVTT\nfoo\n\n${GOOD}`],
    ['a header with words', `WEBVTT - a title\n\n${GOOD}`],
    ['times after the header', `WEBVTT\n${GOOD}`],
    ['an ID of spaces', `WEBVTT\n\n \n${GOOD}`],
    ['an ID with half an arrow', `WEBVTT\n\n-- >\n${GOOD}`],
    ['a style sheet', `WEBVTT\n\nSTYLE\n::cue(b) {\n  color: red;\n}\n\n${GOOD}`],
    ['a region', `WEBVTT\n\nREGION\nid:x\nlines:2\n\n${GOOD}`],
    ['a truncated cue at the end', `WEBVTT\n\n${GOOD}\n00:00.000 -->`],
  ])('reads a file with %s', (_, text) => {
    expect(read(text)).toEqual(['0-1000 good']);
  });

  it('ignores the rest of the header line', () => {
    expect(read('WEBVTT 00:00.000 --> 00:01.000\nbad')).toEqual([]);
  });

  it.each([
    ['&amp &lt; &gt; a&nbsp;b &quot;', '& < > a\u00A0b "'],
    ['&copy; &notin; &#32;x &; && &1;', '© ∉  x &; && &1;'],
    ['<c.d e>a</c>b<v Ann B>c</v>', 'abc'],
    ['<i>a<b.x>b</i>c', 'abc'],
    ['<c></\nc>x', 'x'],
    ['a<c.', 'a'],
    ['a</', 'a'],
    ['a<', 'a'],
    ['a<00:00.500', 'a'],
    ['a<00:00.500>b<10:00:00.000>c', 'abc'],
    ['one\n  two', 'one|  two'],
    ['<ruby>a<rt>b</rt>c</ruby>d', 'acd'],
    ['<ruby>a<rt><b>b</ruby>c', 'ac'],
  ])('reads the text %s', (text, expected) => {
    expect(read(`WEBVTT\n\n00:00.000 --> 00:01.000\n${text}\n\nno cue`)).toEqual([
      `0-1000 ${expected}`,
    ]);
  });
});
