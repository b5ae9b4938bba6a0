import { evenWords } from '../../../../test/support/captions.js';
import type { CaptionPage } from '../caption-page.js';
import { writeSrt } from './write-srt.js';

const pages: CaptionPage[] = [
  { lines: [evenWords('We came'), evenWords('home.')], startMs: 0, endMs: 1500 },
  { lines: [evenWords('a <b>& --> c')], startMs: 3_723_004, endMs: 3_724_000 },
];

describe('writeSrt', () => {
  it('writes one entry per page', () => {
    expect(writeSrt(pages)).toBe(`1
00:00:00,000 --> 00:00:01,500
We came
home.

2
01:02:03,004 --> 01:02:04,000
a <b>& -> c
`);
  });

  it('is empty without pages', () => {
    expect(writeSrt([])).toBe('');
  });
});
