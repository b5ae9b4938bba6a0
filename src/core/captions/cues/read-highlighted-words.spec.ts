import type { CaptionCue } from './caption-cue.js';
import { formatTimestamp } from '../../time/timestamp.js';
import { readCaptions } from '../read/read-captions.js';

function cuesOf(text: string): readonly CaptionCue[] {
  const result = readCaptions(text);
  return 'cues' in result ? result.cues : [];
}

const wordsOf = (text: string) =>
  cuesOf(text).map(({ text: content, words }) => [
    content,
    words?.map((word) => `${word.startMs}-${word.endMs} ${word.text}`) ?? null,
  ]);

/** SubRip cues, each lasting until the next one starts. */
function srt(...cues: [startMs: number, text: string][]): string {
  return cues
    .slice(0, -1)
    .map(([startMs, text], index) => {
      const times = [startMs, cues[index + 1]![0]].map((ms) => formatTimestamp(ms, ','));
      return `${index + 1}\n${times.join(' --> ')}\n${text}\n`;
    })
    .join('\n');
}

const ASS_HEAD = '[Script Info]\n\n[Events]\n';
const ass = (start: string, end: string, text: string) =>
  `Dialogue: 0,0:00:0${start},0:00:0${end},Default,,0,0,0,,${text}\n`;

describe('words that are highlighted one after another', () => {
  const expected = [['So, is it?', ['100-180 So,', '200-420 is', '420-560 it?']]];

  it.each([
    ['u', '<u>', '</u>'],
    ['b', '<b>', '</b>'],
    ['i', '<i>', '</i>'],
    ['font', '<font color="#00ff00">', '</font>'],
    ['c with a class', '<c.highlight>', '</c>'],
  ])('are word times: %s', (_name, open, close) => {
    const text = srt(
      [100, `${open}So,${close} is it?`],
      [180, 'So, is it?'],
      [200, `So, ${open}is${close} it?`],
      [420, `So, is ${open}it?${close}`],
      [560, ''],
    );
    expect(wordsOf(text)).toEqual(expected);
  });

  it('are word times in WebVTT, with spaces inside the tags', () => {
    const text =
      'WEBVTT\n\n00:00.100 --> 00:00.180\n<u>So,</u> is it?\n\n00:00.200 --> 00:00.420\nSo,<u> is</u> it?\n\n00:00.420 --> 00:00.560\nSo, is<u> it?</u>\n';
    expect(wordsOf(text)).toEqual(expected);
  });

  it('are word times in ASS with recurring colors', () => {
    const text =
      ASS_HEAD +
      ass('1.00', '1.50', '{\\c&H00FFFF&}Hello{\\c&HFFFFFF&} big world') +
      ass('1.50', '2.00', '{\\c&HFFFFFF&}Hello {\\c&H00FFFF&}big{\\c&HFFFFFF&} world') +
      ass('2.00', '2.50', '{\\c&HFFFFFF&}Hello big {\\c&H00FFFF&}world');
    expect(wordsOf(text)).toEqual([
      ['Hello big world', ['1000-1500 Hello', '1500-2000 big', '2000-2500 world']],
    ]);
  });

  it('are word times in ASS with a reset', () => {
    const text =
      ASS_HEAD +
      ass('1.00', '1.50', '{\\1c&H00FF00&}Hello{\\r} world') +
      ass('1.50', '2.00', 'Hello {\\1c&H00FF00&}world{\\r}');
    expect(wordsOf(text)).toEqual([['Hello world', ['1000-1500 Hello', '1500-2000 world']]]);
  });

  it('may grow', () => {
    const text = srt(
      [0, '<b>One</b> two three'],
      [200, '<b>One two</b> three'],
      [450, '<b>One two three</b>'],
      [700, ''],
    );
    expect(wordsOf(text)).toEqual([
      ['One two three', ['0-200 One', '200-450 two', '450-700 three']],
    ]);
  });

  it('can be several words and skip some', () => {
    const text = srt(
      [0, '[A]: <u>New York</u> is big'],
      [400, '[A]: New York <u>is</u> big'],
      [600, '[A]: New York is <u>big</u>'],
      [900, ''],
    );
    expect(wordsOf(text)).toEqual([
      [
        '[A]: New York is big',
        ['0-0 [A]:', '0-171 New', '171-400 York', '400-600 is', '600-900 big'],
      ],
    ]);
  });

  it('keep the lines of the sentence', () => {
    const text = srt(
      [0, '<u>One</u> two\nthree'],
      [100, 'One <u>two</u>\nthree'],
      [150, 'One two\n<u>three</u>'],
      [190, ''],
    );
    expect(cuesOf(text).map(({ lines }) => lines)).toEqual([['One two', 'three']]);
    expect(wordsOf(text)[0]![1]).toEqual(['0-100 One', '100-150 two', '150-190 three']);
  });

  it('keep a sentence twice that occurs twice', () => {
    const once: [number, string][] = [
      [0, '<u>No</u> more'],
      [300, 'No <u>more</u>'],
    ];
    const again = once.map(([ms, text]): [number, string] => [ms + 600, text]);
    expect(wordsOf(srt(...once, ...again, [1200, '']))).toEqual([
      ['No more', ['0-300 No', '300-600 more']],
      ['No more', ['600-900 No', '900-1200 more']],
    ]);
  });

  it('are not times if a word is only emphasized', () => {
    const text = srt([0, 'I <i>really</i> mean it'], [1000, '<i>All of it</i>'], [2000, '']);
    expect(wordsOf(text)).toEqual([
      ['I really mean it', null],
      ['All of it', null],
    ]);
    const refrain = srt([0, 'I <i>really</i> do'], [1000, 'I <i>really</i> do'], [2000, '']);
    expect(wordsOf(refrain)).toHaveLength(2);
  });
});

describe('a file with one word per cue', () => {
  it('contains word times in milliseconds, even below 0.1 s', () => {
    const text = srt([1003, 'One'], [1050, 'two'], [1091, 'three.'], [1200, 'Four'], [1777, '']);
    expect(wordsOf(text)).toEqual([
      [
        'One two three. Four',
        ['1003-1050 One', '1050-1091 two', '1091-1200 three.', '1200-1777 Four'],
      ],
    ]);
  });

  it('can have a few cues with two words', () => {
    const words = Array.from({ length: 12 }, (_, at): [number, string] => [at * 200, `w${at}`]);
    const text = srt(...words, [2400, 'of course'], [2800, 'yes'], [3000, '']);
    expect(wordsOf(text).map(([content]) => content)).toEqual([
      words.map(([, word]) => word).join(' '),
      'of course',
      'yes',
    ]);
  });

  it('is joined without spaces in scripts without spaces', () => {
    const text = srt([0, '今天'], [300, '天气'], [600, '很好'], [900, '']);
    expect(wordsOf(text)).toEqual([
      ['今天天气很好', ['0-300 今天', '300-600 天气', '600-900 很好']],
    ]);
  });

  it('is distinguished from short exclamations in a file of sentences', () => {
    const text = srt([0, 'Stop!'], [500, 'Why should I stop here?'], [2000, 'Now!'], [2500, '']);
    expect(wordsOf(text).map(([, words]) => words)).toEqual([null, null, null]);
  });
});
