import type { CaptionCue } from '../cues/caption-cue.js';
import { readCaptions } from './read-captions.js';

const ONE = '00:00:01,000 --> 00:00:02,000';
const TWO = '00:00:02,000 --> 00:00:03,000';
const THREE = '00:00:03,000 --> 00:00:04,000';

function cuesOf(text: string): readonly CaptionCue[] {
  const result = readCaptions(text);
  return 'cues' in result ? result.cues : [];
}

/** Cues as `start-end line / line`. */
const read = (text: string) =>
  cuesOf(text).map(({ startMs, endMs, lines }) => `${startMs}-${endMs} ${lines.join(' / ')}`);

function warningsOf(text: string): readonly string[] {
  const result = readCaptions(text);
  return 'warnings' in result ? result.warnings : [result.problem];
}

const HELLO_BYE = ['1000-2000 Hello', '2000-3000 Bye'];

describe('irregular caption files', () => {
  it.each([
    ['spaces in the times', '1\n00: 00: 01,000 --> 00: 00: 02, 000\nHello'],
    ['an escaped arrow', '1\n00:00:01,000 --&gt; 00:00:02,000\nHello'],
    ['an arrow with one dash', '1\n00:00:01,000 -> 00:00:02,000\nHello'],
    ['an arrow with a space inside', '1\n00:00:01,000 -- > 00:00:02,000\nHello'],
    ['an arrow that an editor autocorrected', '1\n00:00:01,000 \u2013> 00:00:02,000\nHello'],
    ['a Unicode arrow', '1\n00:00:01,000 \u2192 00:00:02,000\nHello'],
    ['full-width characters', '1\n00：00：01，000 --> 00：00：02，000\nHello'],
    ['Persian digits', '۱\n۰۰:۰۰:۰۱,۰۰۰ --> ۰۰:۰۰:۰۲,۰۰۰\nHello'],
    ['direction marks', '1\n\u200E00:00:01,000 --> \u200E00:00:02,000\nHello'],
    ['no fraction', '1\n00:00:01 --> 00:00:02\nHello'],
    ['single digits', '1\n0:0:1,0 --> 0:0:2,0\nHello'],
    ['colons before the fraction', '1\n00:00:01:000 --> 00:00:02:000\nHello'],
    ['dots everywhere', '1\n00:00:01.000 --> 00:00:02.000\nHello'],
    ['minutes only', '1\n00:01,000 --> 00:02,000\nHello'],
    ['floating point', '1\n00:00:00,999.99999999999272 --> 00:00:02,000.0000001\nHello'],
    ['a number with a dot', '1.\n00:00:01,000 --> 00:00:02,000\nHello'],
    ['a number with a hash', '#1\n00:00:01,000 --> 00:00:02,000\nHello'],
    ['the number before the times', '1 00:00:01,000 --> 00:00:02,000\nHello'],
    ['the text after the times', '00:00:01,000 --> 00:00:02,000 Hello'],
    ['the lines that Whisper prints', '[00:00:01.000 --> 00:00:02.000]   Hello'],
    ['a Markdown code fence', '```srt\n1\n00:00:01,000 --> 00:00:02,000\nHello\n```'],
    ['a blank line after the times', '1\n00:00:01,000 --> 00:00:02,000\n \nHello'],
    ['a blank line after the number', '1\n\n00:00:01,000 --> 00:00:02,000\nHello'],
    ['positions', '1\n00:00:01,000 --> 00:00:02,000 X1:10 X2:20 Y1:1 Y2:2\nHello'],
    ['styles of other formats', '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}{i}{y:b}Hello{/i}'],
    ['a truncated closing tag', '1\n00:00:01,000 --> 00:00:02,000\n<i>Hello</i'],
    ['SubRip after a WebVTT header', 'WEBVTT\n\n1\n00:00:01,000 --> 00:00:02,000\nHello'],
    ['SBV', '0:00:01.000,0:00:02.000\nHello\n'],
    ['SubViewer', '[INFORMATION]\n[TITLE]x\n[END INFORMATION]\n\n00:00:01.00,00:00:02.00\nHello'],
    [
      'SSA',
      '[Script Info]\n[Events]\nFormat: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\nDialogue: Marked=0,0:00:01.00,0:00:02.00,D,,0,0,0,,Hello',
    ],
  ])('are read with %s', (_, text) => {
    expect(read(text)).toEqual(['1000-2000 Hello']);
  });

  it.each([
    [
      'an invalid time',
      `1\n${ONE}\nHello\n\n2\n00:00:02,000 --> 00:00:03werwer,000\nLost\n\n3\n${THREE}\nBye`,
      6,
    ],
    [
      'half of a line of times',
      `1\n${ONE}\nHello\n\n2\n00:00:02,000 -->\nLost\n\n3\n${THREE}\nBye`,
      6,
    ],
    ['a single time', `1\n${ONE}\nHello\n\n2\n00:00:02,000\nLost\n\n3\n${THREE}\nBye`, 6],
    ['no blank lines', `1\n${ONE}\nHello\n2\n00:00:02,000 --> x\nLost\n3\n${THREE}\nBye`, 5],
    [
      'a text with a blank line',
      `1\n${ONE}\nHello\n\n2\n00:00:02,000 --> x\nLost\n\nLost too\n\n3\n${THREE}\nBye`,
      6,
    ],
  ])('skip a cue with %s and report it', (_, text, line) => {
    expect(read(text)).toEqual(['1000-2000 Hello', '3000-4000 Bye']);
    expect(warningsOf(text)).toEqual([`Skipped 1 cue with unreadable times (line ${line}).`]);
  });

  it('skip a cue without times', () => {
    const text = `1\n${ONE}\nHello\n\n2\nLost\n\n3\n${THREE}\nBye`;
    expect(read(text)).toEqual(['1000-2000 Hello', '3000-4000 Bye']);
    expect(warningsOf(text)).toEqual([
      'Skipped 1 text block that does not belong to a cue (line 5).',
    ]);
  });

  it('can have gaps in their numbers', () => {
    const text = `1\n${ONE}\nHello\n\n4\nLost\n\n6\n\n${TWO}\nBye`;
    expect(read(text)).toEqual(HELLO_BYE);
    expect(warningsOf(text)).toEqual([
      'Skipped 1 text block that does not belong to a cue (line 5).',
    ]);
  });

  it('name the first lines of many', () => {
    const bad = Array.from({ length: 8 }, () => '00:00:02,000 --> never\nLost\n').join('\n');
    expect(warningsOf(`${ONE}\nHello\n\n${bad}`)).toEqual([
      'Skipped 8 cues with unreadable times (lines 4, 7, 10, 13, 16, and 3 more).',
    ]);
  });

  it.each([
    [
      'comments and styles without a header',
      `NOTE by me\n\nSTYLE\n::cue { color: red }\n\n1\n${ONE}\nHello\n\nNOTE\nno cue\n\n2\n${TWO}\nBye`,
    ],
    [
      'a comment before the times',
      `WEBVTT\n\nNOTE x\n00:01.000 --> 00:02.000\nHello\n\nNOTE y\nz\n00:02.000 --> 00:03.000\nBye`,
    ],
    [
      'a style sheet before the times',
      `WEBVTT\n\nSTYLE\n00:01.000 --> 00:02.000\nHello\n\n00:02.000 --> 00:03.000\nBye`,
    ],
    [
      'blank lines with spaces between WebVTT cues',
      'WEBVTT\n \n1\n00:01.000 --> 00:02.000\nHello\n \t\n2\n00:02.000 --> 00:03.000\nBye\n  \n',
    ],
    [
      'blank lines with spaces around a comment',
      'WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n \nNOTE x\n \nb\n00:02.000 --> 00:03.000\nBye',
    ],
    ['blank lines with spaces between SubRip cues', `1\n${ONE}\nHello\n \t\n2\n${TWO}\nBye`],
    ['concatenated files', `\uFEFF1\n${ONE}\nHello\n\n\uFEFF2\n${TWO}\nBye`],
    [
      'WebVTT files that were concatenated without a line break',
      'WEBVTT\n\n00:01.000 --> 00:02.000\nHello\nWEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n\n00:02.000 --> 00:03.000\nBye',
    ],
    ['a number that is separated from its times', `1\n${ONE}\nHello\n\n2\n\n${TWO}\nBye`],
    ['numbers in other formats', `(1)\n${ONE}\nHello\n\n2)\n${TWO}\nBye`],
  ])('show no text that does not belong to a cue: %s', (_, text) => {
    expect(read(text)).toEqual(HELLO_BYE);
    expect(warningsOf(text)).toEqual([]);
  });

  it('report text that WebVTT does not show', () => {
    const text =
      'WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n\nnot shown by any player\n\n00:02.000 --> 00:03.000\nBye';
    expect(read(text)).toEqual(HELLO_BYE);
    expect(warningsOf(text)).toEqual([
      'Skipped 1 text block that does not belong to a cue (line 6).',
    ]);
  });

  it('skip and report the text of a chat program around a file', () => {
    const text = `Here it is:\n\n\`\`\`srt\n1\n${ONE}\nHello\n\`\`\`\n\nAnything else?`;
    expect(read(text)).toEqual(['1000-2000 Hello']);
    expect(warningsOf(text)).toEqual([
      'Skipped 2 text blocks that do not belong to a cue (lines 1 and 9).',
    ]);
  });

  it('can have doubled line endings', () => {
    const text = `1\n${ONE}\nHello\n\n2\n${TWO}\nBye\n`;
    expect(read(text.replaceAll('\n', '\r\r\n'))).toEqual(HELLO_BYE);
    expect(warningsOf(text.replaceAll('\n', '\r\r\n'))).toEqual([]);
  });

  it('keep text that only resembles times or numbers', () => {
    const text = `1\n${ONE}\nFrom 10:30 -> 12:00\n1984\n\n2\n${TWO}\nI <3 you, 1 < 2 > 0`;
    expect(read(text)).toEqual([
      '1000-2000 From 10:30 -> 12:00 / 1984',
      '2000-3000 I <3 you, 1 < 2 > 0',
    ]);
  });

  it.each([
    ['<br>', 'One<br>two<br/>three<BR />four', 'One / two / three / four'],
    ['ASS line breaks', 'One\\Ntwo\\hthree', 'One / two three'],
    [
      'named entities',
      'caf&eacute; &ndash; &ldquo;x&rdquo; &hellip; &copy; &AMP; &Eacute;',
      'café – “x” … © & É',
    ],
    [
      'nested entities',
      '&amp;amp; it&amp;#39;s &amp;lt;b&amp;gt; &amp;quot;x&amp;quot;',
      '& it\'s <b> "x"',
    ],
    ['numbers', '&#233;&#xE9;&#0;', 'éé'],
    ['unknown entities', 'AT&T &unknown; &x', 'AT&T &unknown; &x'],
    ['a tag across two lines', '<font\ncolor="red">One</font>', 'One'],
    ['ruby readings', '<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>です', '漢字です'],
    ['speakers', '- Where are you?\n- Home', '- Where are you? / - Home'],
  ])('have %s', (_, text, expected) => {
    expect(read(`1\n${ONE}\n${text}`)).toEqual([`1000-2000 ${expected}`]);
  });

  it('are rejected with the supported formats and the problem', () => {
    expect(readCaptions('1\n00:00:01,000 --> later\nHello')).toEqual({
      problem:
        'The captions contain no cue with text. Expected SubRip (SRT), WebVTT, ASS or SSA, SBV, LRC, or TTML (DFXP). Skipped 1 cue with unreadable times (line 2).',
    });
  });
});
