import type { GivenWord } from '../../project/types/index.js';
import { readCaptionSource } from './read-caption-source.js';

/** Cues or words as `start-end text`, or the problem. */
function shown(text: string): string[] {
  const read = readCaptionSource(text);
  if ('problem' in read) return [read.problem];
  if ('cues' in read)
    return read.cues.map((cue) => `${cue.startMs}-${cue.endMs} ${cue.lines.join(' / ')}`);
  const { words } = read.words as { words: readonly GivenWord[] };
  return words.map((word) => `${word.startMs}-${word.endMs} ${word.text}`);
}

const tt = (head: string, body: string) =>
  `<tt xmlns="http://www.w3.org/ns/ttml" ${head}><body><div>${body}</div></body></tt>`;

describe('readCaptionSource', () => {
  it.each<[what: string, text: string, cues: readonly unknown[]]>([
    ['words', '[{"word":"Hi","start":0.5,"end":1}]', ['500-1000 Hi']],
    [
      'sentences, sorted, with at least a millisecond',
      '{"segments":[{"start":3,"end":4,"text":"two you"},{"start":1,"end":1.0001,"text":"one me"}]}',
      ['1000-1001 one me', '3000-4000 two you'],
    ],
    [
      'JSON of no tool',
      '{"a": 1}',
      [expect.stringMatching(/^The captions cannot be read\. The JSON is not a known word list/)],
    ],
    [
      'JSON in which a name occurs twice',
      '{"words":[],"words":[]}',
      [
        'The captions cannot be read. The name "words" at /words occurs twice in its object. Keep one.',
      ],
    ],
    [
      'half of a JSON',
      '{"segments":[{"start":3,',
      ['The captions look like JSON, but are truncated or damaged.'],
    ],
    [
      'SubRip with a closing tag that is not closed',
      '1\n00:00:01,000 --> 00:00:02,000\n<i>One</i\ntwo <b\n',
      ['1000-2000 One / two'],
    ],
    [
      'SubRip with unknown entities and a double arrow',
      '1\n00:00:01,000 => 00:00:02,000\nA &nope; B &noped\n\n10:30 → 12:00\n',
      ['1000-2000 A &nope; B &noped / 10:30 → 12:00'],
    ],
    [
      'WebVTT whose map has no valid local time',
      'WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:none\n\n00:01.000 --> 00:02.000\nOne\n\nWEBVTT\nX-TIMESTAMP-MAP=LOCAL:9,MPEGTS:1800000\n\n00:01.000 --> 00:02.000\nTwo <00:01.500>three\n',
      ['1000-2000 One', '11000-12000 Two three'],
    ],
    [
      'SBV with a time that is none',
      '0:00:01.000,0:00:02.000\nOne\n\n0:00:03.000,9999999:00:04.000\nTwo\n',
      ['1000-2000 One / 0:00:03.000,9999999:00:04.000 / Two'],
    ],
    [
      'LRC with an offset that is no number, and times that are none',
      '[offset:soon]\n[00:01.00]One <00:99999.00>two\n[00:02.00][00:99999.00]Three\n[00:03.00]\n',
      ['1000-2000 One <00:99999.00>two', '2000-3000 [00:99999.00]Three'],
    ],
    [
      'TTML with a multiplier of one number',
      tt('ttp:frameRate="24" ttp:frameRateMultiplier="2"', '<p begin="48f" end="96f">One</p>'),
      ['1000-2000 One'],
    ],
    [
      'TTML with times that are none, tags without names, and empty paragraphs',
      tt(
        '',
        '<p begin="soon" end="2s">No</p><><p begin="1s" end="2s"> <span/> </p><p begin=\'1s\' end="2s">One<//></p>',
      ),
      ['0-2000 No', '1000-2000 One'],
    ],
    [
      'TTML that ends in a tag',
      tt('', '<p begin="1s" end="2s">One</p>').replace(/<\/div>.*/, '<p begin="3s"'),
      ['1000-2000 One'],
    ],
    [
      'TTML that ends in a comment',
      tt('', '<p begin="1s" end="2s">One<!-- two</p>'),
      [
        'The captions contain no cue with text. Expected SubRip (SRT), WebVTT, ASS or SSA, SBV, LRC, or TTML (DFXP).',
      ],
    ],
  ])('reads %s', (_what, text, cues) => {
    expect(shown(text)).toEqual(cues);
  });

  it.each([
    ['SubRip', (n: number) => `${n}\n00:00:01,000 --> 00:00:02,000\nA\n\n`, ''],
    [
      'ASS',
      () => 'Dialogue: 0,0:00:01.00,0:00:02.00,D,A\n',
      '[Events]\nFormat: Layer, Start, End, Style, Text\n',
    ],
    ['LRC', () => '[00:01.00]A\n', ''],
    [
      'TTML',
      () => '<p begin="1s" end="2s">A</p>',
      '<tt xmlns="http://www.w3.org/ns/ttml"><body><div>',
    ],
  ])('stops at more cues of %s than a video can have', (_format, cueOf, head) => {
    const file = head + Array.from({ length: 20_100 }, (_, n) => cueOf(n + 1)).join('');
    expect(shown(file)).toEqual(['The captions exceed the limit of 20000 cues.']);
  });
});
