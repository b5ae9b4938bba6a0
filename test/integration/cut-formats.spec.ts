import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { heifFile } from '../support/heif-files.js';
import { judgeFile } from '../support/judge-file.js';
import { ffmpegToolsFor, itUnless, missingEncoders } from '../support/skip.js';
import { Studio } from '../support/studio.js';

const TONE = ['-f', 'lavfi', '-i', 'sine=f=440:d=3:r=44100'];
const MOVING = ['-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=25:d=3'];
const BOTH = [...MOVING, ...TONE];
const PIXELS = ['-pix_fmt', 'yuv420p'];
const TOOLS = await ffmpegToolsFor();

describe('a source in a format of cameras, broadcasters and editors', () => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open('cut-formats');
  });
  afterAll(() => studio.close());

  /** What becomes of a file with so much of its bytes. */
  async function shared(type: string, path: string, share: number) {
    const src = join(studio.dir, `${share}-${path.split('/').at(-1)}`);
    const file = await readFile(path);
    await writeFile(src, file.subarray(0, file.length * share));
    return judgeFile(studio, { type, src });
  }

  const ENDS = /^The source is incomplete: its sound ends at 1\.\d\d s of 3\.00 s/;
  const BYTES = /^The source is incomplete: [\d,]+ of its [\d,]+ bytes are there/;

  it.each<[string, string, string[], RegExp]>([
    ['audio', 'tone.aiff', TONE, ENDS],
    ['audio', 'tone.caf', [...TONE, '-c:a', 'pcm_s16be'], BYTES],
    ['audio', 'tone.wma', TONE, BYTES],
    ['video', 'both.wmv', BOTH, BYTES],
    ['video', 'both.flv', [...BOTH, '-c:v', 'libx264', ...PIXELS, '-c:a', 'aac'], BYTES],
    ['video', 'both.avi', [...BOTH, '-c:v', 'mpeg4', '-c:a', 'mp3'], /pictures are there/],
    [
      'video',
      'both.3gp',
      [...BOTH, '-c:v', 'libx264', ...PIXELS, '-c:a', 'aac', '-movflags', 'faststart'],
      /pictures .+, and its sound ends at/,
    ],
  ])(
    'is used when it is whole, and refused when it is cut (%s, %s)',
    async (type, name, options, cut) => {
      const whole = await studio.make(name, ...options);
      expect(await shared(type, whole, 1)).toEqual({ refused: null, warnings: [] });
      expect((await shared(type, whole, 0.5)).refused ?? '').toMatch(cut);
    },
  );

  it.each<[string, string, string[]]>([
    ['video', 'both.mpg', [...BOTH, '-c:v', 'mpeg2video', '-c:a', 'mp2']],
    ['video', 'both.ts', [...BOTH, '-c:v', 'libx264', ...PIXELS, '-c:a', 'aac']],
    ['audio', 'tone.ac3', TONE],
    ['image', 'still.bmp', [...MOVING, '-frames:v', '1']],
    ['image', 'still.tiff', [...MOVING, '-frames:v', '1']],
  ])('that is whole is used without a warning (%s, %s)', async (type, name, options) => {
    const whole = await studio.make(name, ...options);
    expect(await shared(type, whole, 1)).toEqual({ refused: null, warnings: [] });
  });

  for (const encoder of ['libx265', 'libaom-av1']) {
    itUnless(missingEncoders(TOOLS, [encoder]))(
      `is refused when a part of its picture is missing: HEIF with ${encoder}`,
      async () => {
        const path = await studio.make(
          `${encoder}.mp4`,
          ...[...MOVING, '-frames:v', '1', '-c:v', encoder, ...PIXELS, '-strict', '-2'],
        );
        const part = { mp4: await readFile(path), width: 160, height: 90 };
        const grid = { columns: 2, rows: 2, width: 320, height: 180 };
        for (const [name, file, cut] of [
          ['one', heifFile([part]), /a part of the picture is not there|its "mdat" box/],
          ['tiles', heifFile([part, part, part, part], { grid }), /of the 4 parts|its "mdat" box/],
        ] as const) {
          const whole = join(studio.dir, `${encoder}-${name}.heic`);
          await writeFile(whole, file);
          expect(await shared('image', whole, 1)).toEqual({ refused: null, warnings: [] });
          expect((await shared('image', whole, 0.8)).refused ?? '').toMatch(cut);
        }
      },
    );
  }

  const withWebp = itUnless(missingEncoders(TOOLS, ['libwebp_anim']));
  withWebp('is refused when pictures of it are missing: animated WebP', async () => {
    const whole = await studio.make('moving.webp', ...MOVING, '-c:v', 'libwebp_anim', '-t', '1');
    expect(await shared('image', whole, 1)).toEqual({ refused: null, warnings: [] });
    expect((await shared('image', whole, 0.5)).refused ?? '').toMatch(BYTES);
  });
});
