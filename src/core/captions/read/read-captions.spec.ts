import fc from 'fast-check';
import type { CaptionCue } from '../cues/caption-cue.js';
import { readCaptions } from './read-captions.js';

function cuesOf(text: string): readonly CaptionCue[] {
  const result = readCaptions(text);
  return 'cues' in result ? result.cues : [];
}

/** Cues as `start-end text`. */
const read = (text: string) =>
  cuesOf(text).map(({ startMs, endMs, text: content }) => `${startMs}-${endMs} ${content}`);

const wordsOf = (text: string) =>
  cuesOf(text).flatMap(({ words }) => words?.map((word) => `${word.startMs} ${word.text}`) ?? []);

describe('SubRip', () => {
  it.each([
    [
      'in its standard form',
      '1\n00:00:01,000 --> 00:00:02,500\nHello\nworld\n\n2\n00:00:03,000 --> 00:00:04,000\nBye\n',
    ],
    [
      'with CRLF and a byte order mark',
      '\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\nHello\r\nworld\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nBye',
    ],
    [
      'with CR',
      '1\r00:00:01,000 --> 00:00:02,500\rHello world\r\r2\r00:00:03,000 --> 00:00:04,000\rBye',
    ],
    [
      'without numbers',
      '00:00:01,000 --> 00:00:02,500\nHello world\n\n00:00:03,000 --> 00:00:04,000\nBye',
    ],
    [
      'without blank lines',
      '1\n00:00:01,000 --> 00:00:02,500\nHello world\n2\n00:00:03,000 --> 00:00:04,000\nBye',
    ],
    [
      'with blank lines inside',
      '1\n00:00:01,000 --> 00:00:02,500\nHello\n\nworld\n\n7\n00:00:03,000 --> 00:00:04,000\nBye',
    ],
    [
      'with dots, short times, and positions',
      '1\n00:01.0 --> 0:00:02.50 X1:1 X2:2\nHello world\n\n2\n00:00:03.000-->00:00:04.000\nBye',
    ],
    [
      'out of order',
      '2\n00:00:03,000 --> 00:00:04,000\nBye\n\n1\n00:00:01,000 --> 00:00:02,500\nHello world',
    ],
    [
      'with tags',
      '1\n00:00:01,000 --> 00:00:02,500\n{\\an8}<i>Hello</i> <font color="#fff">world</font>\n\n2\n00:00:03,000 --> 00:00:04,000\n<b>Bye</b>',
    ],
  ])('is read %s', (_, text) => {
    expect(read(text)).toEqual(['1000-2500 Hello world', '3000-4000 Bye']);
  });

  it('keeps text that resembles markup or a number', () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\n1 < 2 & {x} &amp; &lt;b&gt;\n42\n\n2\n00:00:02,000 --> 00:00:03,000\n1984\n';
    expect(read(text)).toEqual(['1000-2000 1 < 2 & {x} & <b> 42', '2000-3000 1984']);
  });

  it('accepts more than 99 hours and corrects negative or reversed times', () => {
    expect(read('100:00:00,000 --> 100:00:01,000\nLate')).toEqual(['360000000-360001000 Late']);
    expect(read('-00:00:01,000 --> 00:00:01,000\nEarly')).toEqual(['0-1000 Early']);
    expect(read('00:00:05,000 --> 00:00:04,000\nBack')).toEqual(['5000-5500 Back']);
    expect(read('00:00:05,000 --> 00:00:05,000\nA\n\n00:00:05,200 --> 00:00:06,000\nB')).toEqual([
      '5000-5200 A',
      '5200-6000 B',
    ]);
  });

  it('keeps overlapping cues', () => {
    const text = '00:00:01,000 --> 00:00:04,000\nOne\n\n00:00:02,000 --> 00:00:03,000\nTwo';
    expect(read(text)).toEqual(['1000-4000 One', '2000-3000 Two']);
  });

  it('drops cues without text', () => {
    expect(
      read('1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000\nBye'),
    ).toEqual(['3000-4000 Bye']);
  });
});

describe('WebVTT', () => {
  it('is read without other blocks, IDs, settings, and tags', () => {
    const text = [
      'WEBVTT - title',
      'Kind: captions',
      '',
      'STYLE',
      '::cue { color: red }',
      '',
      'NOTE',
      'a comment --> not a cue',
      '',
      'REGION',
      'id:x',
      '',
      'intro',
      '00:01.000 --> 00:02.500 align:start position:0%',
      '<v Ann>Hello</v> <c.big>wor</c>ld',
      '',
      '00:00:03.000 --> 00:00:04.000',
      'Bye &amp; thanks',
      '',
    ].join('\n');
    expect(read(text)).toEqual(['1000-2500 Hello world', '3000-4000 Bye & thanks']);
    expect(cuesOf(text)[0]!.words).toBeNull();
  });

  it('can have times within the text', () => {
    const text =
      'WEBVTT\n\n00:01.000 --> 00:03.000\nOne <00:01.500><c>two</c> <00:02.000>three four\n';
    expect(wordsOf(text)).toEqual(['1000 One', '1500 two', '2000 three', '2556 four']);
    const [cue] = cuesOf(text);
    expect(cue!.words!.map(({ endMs }) => endMs)).toEqual([1500, 2000, 2556, 3000]);
  });

  it('keeps times inside their cue and in order', () => {
    const text =
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<00:00.100>a <00:01.800>b <00:01.200>c <00:09.000>d\n';
    expect(wordsOf(text)).toEqual(['1000 a', '1800 b', '1800 c', '2000 d']);
  });

  it('shows the lines of rolling captions once', () => {
    const text = [
      'WEBVTT',
      '',
      '00:00.000 --> 00:02.000',
      ' ',
      'good<00:00.500><c> morning</c>',
      '',
      '00:02.000 --> 00:02.010',
      'good morning',
      ' ',
      '',
      '00:02.010 --> 00:04.000',
      'good morning',
      'to<00:03.000><c> you</c>',
      '',
    ].join('\n');
    expect(read(text)).toEqual(['0-2010 good morning', '2010-4000 to you']);
    expect(wordsOf(text)).toEqual(['0 good', '500 morning', '2010 to', '3000 you']);
  });

  it('keeps text that is spoken twice', () => {
    expect(read('WEBVTT\n\n00:01.000 --> 00:02.000\nNo!\n\n00:02.000 --> 00:03.000\nNo!')).toEqual([
      '1000-2000 No!',
      '2000-3000 No!',
    ]);
  });
});

describe('ASS', () => {
  const file = (...events: string[]) =>
    [
      '[Script Info]',
      'Title: x',
      '',
      '[V4+ Styles]',
      'Style: Default,Arial',
      '',
      '[Events]',
      ...events,
    ].join('\r\n');

  it('is read by its columns, without comments, overrides, and drawings', () => {
    const text = file(
      'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
      'Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,not this',
      'Dialogue: 0,0:00:01.00,0:00:02.50,Default,,0,0,0,,{\\an8\\fad(1,2)}Hello,\\Nworld{comment}',
      'Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,{\\p1}m 0 0 l 1 1{\\p0}Bye\\hnow',
      'Dialogue: broken',
    );
    expect(read(text)).toEqual(['1000-2500 Hello, world', '3000-4000 Bye now']);
  });

  it('accepts columns in any order', () => {
    const text = file('Format: Start, End, Text', 'Dialogue: 0:00:01.00,0:00:02.00,One, two');
    expect(read(text)).toEqual(['1000-2000 One, two']);
  });

  it('reads word times from karaoke syllables', () => {
    const text = file(
      'Dialogue: 0,0:00:10.00,0:00:12.00,Default,,0,0,0,,{\\k50}Hel{\\kf50}lo {\\K30}big {\\ko70}world',
    );
    expect(wordsOf(text)).toEqual(['10000 Hello', '11000 big', '11300 world']);
    expect(cuesOf(text)[0]!.words!.map(({ endMs }) => endMs)).toEqual([11_000, 11_300, 12_000]);
  });
});

describe('caption files of any kind', () => {
  it.each([
    ['an empty file', ''],
    ['prose', 'This is only a text.\nWith lines.'],
    ['a header without cues', 'WEBVTT'],
    ['times without text', '00:00:01,000 --> 00:00:02,000\n'],
  ])('describes the problem with %s', (_, text) => {
    expect(readCaptions(text)).toEqual({
      problem: expect.stringContaining('SubRip (SRT), WebVTT'),
    });
  });

  it('limits the size and the number of cues', () => {
    expect(readCaptions('x'.repeat(3 << 20))).toEqual({
      problem: expect.stringContaining('limit of 2097152 characters'),
    });
    const many = '0:00:01.0 --> 0:00:02.0\nx\n'.repeat(20_001);
    expect(readCaptions(many)).toEqual({ problem: expect.stringContaining('20000 cues') });
  });

  it.each([
    ['open angle brackets', '<a'.repeat(100_000)],
    ['open braces', '{\\'.repeat(100_000)],
    ['arrows', '--> '.repeat(60_000)],
    ['digits', '1'.repeat(250_000)],
    ['ampersands', '&#'.repeat(100_000)],
    ['karaoke', `[Events]\nDialogue: 0,0:0:0.0,0:0:9.0,,,,,,,${'{\\k1}a'.repeat(60_000)}`],
    ['inline times', `WEBVTT\n\n00:00.000 --> 00:09.000\n${'<00:01.000>a'.repeat(60_000)}`],
    ['spaces', ' '.repeat(250_000)],
    ['colons', '0:'.repeat(100_000)],
  ])('handles %s in linear time', (_, text) => {
    const body =
      text.startsWith('WEBVTT') || text.startsWith('[') ? text : `0:01.0 --> 0:02.0\n${text}`;
    expect(readCaptions(body)).toBeDefined();
  });

  it('never throws and returns valid cues', () => {
    const line = fc.oneof(
      fc.constantFrom(
        ...[
          '00:00:01,000 --> 00:00:02,000',
          '00:03.000 --> 00:01.000',
          'WEBVTT',
          '[Events]',
          '',
          '7',
        ],
        ...[
          'Dialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,{\\k20}a{\\k30}b c',
          'Format: Text, Start, End',
        ],
        ...['<00:01.500><c>x</c> y', '{\\an8}&amp;&#x41;&#xD800;', 'NOTE', '-->'],
        ...[
          '00: 00: 01,000 --&gt; 00:00:0x,000',
          '0:00:01.000,0:00:02.000',
          '[00:01.00]a <00:01.20>b',
        ],
        ...[
          '<tt><body><p begin="1s" end="2s">a<br/>b',
          '</p></body></tt>',
          '<u>a</u> b',
          'a <u>b</u>',
        ],
        ...['#3', '00:00:04,000', '- a', '\uFEFF2', '```', ' '],
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (lines, end) => {
          const file = lines.join(end);
          // A document says where its text begins and ends, so a line of times in it is text.
          const isDocument = file.includes('<tt>');
          const cues = cuesOf(file);
          expect(cues.filter((cue) => !isLawful(cue))).toEqual([]);
          if (isDocument) return;
          expect(cues.filter(({ text }) => TIMING_LINE.test(text))).toEqual([]);
        },
      ),
    );
  });
});

/** A line of times in any notation. */
const TIMING_LINE = /\d:\d\d.*(-->|--&gt;).*\d:\d\d/;

function isLawful({ startMs, endMs, text, lines, words }: CaptionCue): boolean {
  const within = (words ?? []).every(
    (word, index, all) =>
      word.startMs >= (all[index - 1]?.startMs ?? startMs) &&
      word.endMs >= word.startMs &&
      word.endMs <= endMs,
  );
  return (
    Number.isInteger(startMs) &&
    Number.isInteger(endMs) &&
    endMs > startMs &&
    text !== '' &&
    lines.join(' ') === text &&
    within
  );
}
