import { captionSettings, timedWord } from '../../../../test/support/captions.js';
import { readCaptions } from '../read/read-captions.js';
import type { CaptionPage } from '../caption-page.js';
import { writeAssFile } from './write-ass-file.js';

const FRAME = { width: 640, height: 360 };
const pages: CaptionPage[] = [
  {
    lines: [
      [timedWord('We', 1000, 1200), timedWord('came', 1250, 1600)],
      [timedWord('home.', 1700, 2100)],
    ],
    startMs: 1000,
    endMs: 2600,
  },
  { lines: [[timedWord('{\\b1}Bye', 3_723_004, 3_724_000)]], startMs: 3_723_004, endMs: 3_724_500 },
];

describe('writeAssFile', () => {
  it('writes one event per page, with karaoke tags', () => {
    const events = writeAssFile(pages, captionSettings(), FRAME, 'en').split('\n').slice(-3);
    expect(events).toEqual([
      'Dialogue: 0,0:00:01.00,0:00:02.60,Caption,,0,0,0,,{\\k25}We {\\k45}came\\N{\\k90}home.',
      'Dialogue: 0,1:02:03.00,1:02:04.50,Caption,,0,0,0,,{\\k150}(/b1)Bye',
      '',
    ]);
  });

  it('can be read back', () => {
    const result = readCaptions(writeAssFile(pages, captionSettings(), FRAME, 'en'));
    expect(result).toMatchObject({
      cues: [
        {
          text: 'We came home.',
          words: [
            { text: 'We', startMs: 1000, endMs: 1250 },
            { text: 'came', startMs: 1250, endMs: 1700 },
            { text: 'home.', startMs: 1700, endMs: 2600 },
          ],
        },
        { text: '(/b1)Bye', startMs: 3_723_000 },
      ],
    });
  });

  it.each([
    [{}, 'Style: Caption,DejaVu Sans,40,&H0000FFFF,&H00FFFFFF,&H00000000,&H7F000000,'],
    [{ style: 'classic' as const }, 'Style: Caption,DejaVu Sans,40,&H00FFFFFF,&H00FFFFFF,'],
    [{ boxColor: '#11223344' }, ',&HBB332211,&H7F000000,-1,0,0,0,100,100,0,0,3,3,2,2,'],
    [
      { position: { horizontal: 'right' as const, vertical: 'top' as const } },
      ',-1,0,0,0,100,100,0,0,1,3,2,9,35,35,21,1',
    ],
  ])('has the look of %j', (changes, part) => {
    expect(writeAssFile(pages, captionSettings(changes), FRAME, 'en')).toContain(part);
  });
});
