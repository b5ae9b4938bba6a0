import { evenWords } from '../../../../test/support/captions.js';
import type { CaptionPage } from '../caption-page.js';
import { writeVtt } from './write-vtt.js';

const pages: CaptionPage[] = [
  { lines: [evenWords('We came'), evenWords('home.')], startMs: 0, endMs: 1500 },
  { lines: [evenWords('a <b>& --> c')], startMs: 3_723_004, endMs: 3_724_000 },
];

describe('writeVtt', () => {
  it('writes one cue per page and escapes markup', () => {
    expect(writeVtt(pages)).toBe(`WEBVTT

00:00:00.000 --> 00:00:01.500
We came
home.

01:02:03.004 --> 01:02:04.000
a &lt;b&gt;&amp; --&gt; c
`);
  });

  it('is only a header without pages', () => {
    expect(writeVtt([])).toBe('WEBVTT\n');
  });
});
