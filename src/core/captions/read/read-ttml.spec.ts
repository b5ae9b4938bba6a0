import type { CaptionCue } from '../cues/caption-cue.js';
import { readCaptions } from './read-captions.js';

function cuesOf(text: string): readonly CaptionCue[] {
  const result = readCaptions(text);
  return 'cues' in result ? result.cues : [];
}

const read = (text: string) =>
  cuesOf(text).map(({ startMs, endMs, lines }) => `${startMs}-${endMs} ${lines.join(' / ')}`);

const wordsOf = (text: string) =>
  cuesOf(text).flatMap(({ words }) =>
    (words ?? []).map((word) => `${word.startMs}-${word.endMs} ${word.text}`),
  );

const tt = (body: string, attributes = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<tt xmlns="http://www.w3.org/ns/ttml" ${attributes}><head><metadata><title>No cue</title></metadata><layout><region xml:id="r"/></layout></head><body><div>${body}</div></body></tt>`;

describe('TTML', () => {
  it.each([
    ['clock times', '00:00:01.000', '00:00:02.500', ''],
    ['clock times with a comma', '00:00:01,000', '00:00:02,500', ''],
    ['minutes only', '0:01', '0:02.5', ''],
    ['seconds', '1s', '2.5s', ''],
    ['milliseconds', '1000ms', '2500ms', ''],
    ['plain numbers', '1.0', '2.5', ''],
    ['frames', '00:00:01:00', '00:00:02:12', 'ttp:frameRate="24"'],
    ['frames without a rate', '00:00:01:00', '00:00:02:15', ''],
    ['frame numbers', '24f', '60f', 'ttp:frameRate="24"'],
    ['ticks', '10000000t', '25000000t', 'ttp:tickRate="10000000"'],
    ['ticks based on frames', '24t', '60t', 'ttp:frameRate="24"'],
  ])('has %s', (_, begin, end, attributes) => {
    const text = tt(`<p begin="${begin}" end="${end}">Hello</p>`, attributes);
    expect(read(text)).toEqual(['1000-2500 Hello']);
  });

  it('applies the frame rate multiplier', () => {
    const rate = 'ttp:frameRate="24" ttp:frameRateMultiplier="1000 1001"';
    const text = (more: string) => tt('<p begin="24f" end="00:10:00:00">Hello</p>', rate + more);
    expect(read(text(''))).toEqual(['1001-600000 Hello']);
    expect(read(text(' ttp:timeBase="smpte"'))).toEqual(['1001-600600 Hello']);
  });

  it('reads lines, entities, prefixes, durations, and comments', () => {
    const text = `<tt:tt xmlns:tt="x"><tt:body><tt:div><tt:p begin="1s" dur="1.5s"><!-- no cue -->- Where <tt:span>are</tt:span> you?<tt:br/>- Home &amp; <![CDATA[<dry>]]></tt:p></tt:div></tt:body></tt:tt>`;
    expect(read(text)).toEqual(['1000-2500 - Where are you? / - Home & <dry>']);
  });

  it('reads times relative to the parent element', () => {
    const text =
      '<tt><body begin="1h"><div begin="10s" end="20s"><p begin="1s" end="2s">a b</p><p>c d</p></div></body></tt>';
    expect(read(text)).toEqual(['3610000-3620000 c d', '3611000-3612000 a b']);
  });

  it('reads word times relative to the paragraph, as in the standard', () => {
    const text = tt(
      '<p begin="10s" end="12s"><span begin="0s" end="0.5s">One</span> <span begin="0.5s" end="0.9s">two</span></p>',
    );
    expect(wordsOf(text)).toEqual(['10000-10500 One', '10500-10900 two']);
  });

  it('reads word times relative to the start, as in song lyrics', () => {
    const text = tt(
      '<p begin="10.000" end="12.000"><span begin="10.000" end="10.500">One</span> <span begin="10.500" end="10.900">two</span></p>',
    );
    expect(wordsOf(text)).toEqual(['10000-10500 One', '10500-10900 two']);
  });

  it('reads times of spans only', () => {
    const text = tt(
      '<p><span begin="1s" end="2s">One</span><span begin="2s" end="3s"> two</span></p>',
    );
    expect(read(text)).toEqual(['1000-3000 One two']);
  });

  it('skips ruby readings and reports paragraphs without times', () => {
    const head =
      '<tt><head><styling><style xml:id="a" tts:ruby="text"/></styling></head><body>\n<p begin="1s" end="2s">漢<span style="a">かん</span>字<span tts:ruby="text">じ</span></p>\n<p>When?</p></body></tt>';
    expect(read(head)).toEqual(['1000-2000 漢字']);
    expect(readCaptions(head)).toMatchObject({
      warnings: ['Skipped 1 cue with unreadable times (line 3).'],
    });
  });

  it('expands no entities of the file and limits the depth', () => {
    const bomb = `<!DOCTYPE tt [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${tt('<p begin="1s" end="2s">&b;x</p>')}`;
    expect(read(bomb)).toEqual(['1000-2000 &b;x']);
    const deep = tt(`${'<span>'.repeat(50_000)}<p begin="1s" end="2s">x</p>`);
    expect(readCaptions(deep)).toBeDefined();
    expect(readCaptions(`<tt ${'a="b" '.repeat(50_000)}>`)).toBeDefined();
    expect(readCaptions(tt('<p>x</p>'.repeat(50_000)))).toBeDefined();
  });
});
