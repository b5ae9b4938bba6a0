import { args } from '../../src/core/util/args.js';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { spaceOf } from '../../src/core/color/coded-colors.js';
import { powerCurve, toSrgb } from '../../src/core/color/color-table.js';
import { D65, type Primaries, toD50 } from '../../src/core/color/matrices.js';
import type { Color } from '../support/renders.js';
import { Patches, colorMismatches } from '../support/color-patches.js';
import { iccProfile, withProfile } from '../support/icc-profiles.js';
import { Studio } from '../support/studio.js';

const load = createRequire(import.meta.url);
const BUNDLED = {
  VIDEOCRAFT_FFMPEG_PATH: (load('@ffmpeg-installer/ffmpeg') as { path: string }).path,
  VIDEOCRAFT_FFPROBE_PATH: (load('@ffprobe-installer/ffprobe') as { path: string }).path,
};

const RICH: readonly Color[] = [
  ...([
    [200, 30, 30],
    [30, 200, 30],
    [30, 30, 200],
    [255, 255, 255],
  ] as const),
  ...([
    [0, 0, 0],
    [224, 160, 64],
    [10, 15, 20],
    [240, 232, 208],
  ] as const),
];
/** In every format that stores colors. */
const PURE: readonly Color[] = [
  ...([
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
    [255, 255, 255],
  ] as const),
  ...([
    [0, 0, 0],
    [255, 255, 0],
  ] as const),
];
const GRAYS: readonly Color[] = [0, 20, 90, 128, 200, 255].map((gray) => [gray, gray, gray]);
const ADOBE_RGB: Primaries = {
  red: [0.64, 0.33],
  green: [0.21, 0.71],
  blue: [0.15, 0.06],
  white: D65,
};
const INK: readonly Color[] = [0, 255].map((gray) => [gray, gray, gray]);

const palette = ['-filter_complex', 'split[a][b];[a]palettegen[p];[b][p]paletteuse=dither=none'];
const exact = (format: string) =>
  args(['-vf', `scale=sws_flags=accurate_rnd+full_chroma_int:sws_dither=none,format=${format}`]);

type Row = [type: string, format: string, colors: readonly Color[], ...options: string[]];

/** File type, pixel format, colors, options. */
const FORMATS: Row[] = [
  ['png', 'pal8', RICH, ...palette],
  ...['rgb24', 'rgba', 'rgb48be', 'rgba64be'].map((f): Row => ['png', f, RICH, ...exact(f)]),
  ...['gray', 'gray16be', 'ya8', 'ya16be'].map((f): Row => ['png', f, GRAYS, ...exact(f)]),
  ['png', 'monob', INK, ...exact('monob')],
  ...['yuvj420p', 'yuvj422p', 'yuvj444p'].map((f): Row => [
    'jpg',
    f,
    RICH,
    ...exact(f),
    '-q:v',
    '1',
    '-qmin',
    '1',
  ]),
  ['gif', 'bgra', RICH, ...palette],
  ['webp', 'bgra', RICH, ...exact('bgra'), '-lossless', '1'],
  ['webp', 'yuv420p', RICH, ...exact('yuv420p'), '-quality', '100'],
  ['bmp', 'pal8', RICH, ...palette],
  ...['bgr24', 'bgra'].map((f): Row => ['bmp', f, RICH, ...exact(f)]),
  ...['rgb565le', 'rgb555le'].map((f): Row => ['bmp', f, PURE, ...exact(f)]),
  ['bmp', 'gray', GRAYS, ...exact('gray')],
  ['bmp', 'monob', INK, ...exact('monob')],
  ['tiff', 'pal8', RICH, ...palette],
  ...['rgb24', 'rgba', 'rgb48le', 'rgba64le'].map((f): Row => ['tiff', f, RICH, ...exact(f)]),
  ...['gray', 'gray16le', 'ya8'].map((f): Row => ['tiff', f, GRAYS, ...exact(f)]),
  ['tiff', 'monob', INK, ...exact('monob')],
  ['tiff', 'monow', INK, ...exact('monow')],
];

describe.each([
  ['of the machine', {}],
  ['of 2018', BUNDLED],
])('colors of pictures, with the ffmpeg %s', (_, environment) => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open('colors', environment);
  });
  afterAll(() => studio.close());

  it.each(FORMATS)('%s in %s', async (type, format, colors, ...options) => {
    const patches = new Patches(colors);
    const input = await patches.input(studio, `${type}-${format}`);
    const src = await studio.make(
      `${format}.${type}`,
      ...input,
      ...['-frames:v', '1', ...options, ...(options.includes('-vf') ? ['-pix_fmt', format] : [])],
    );
    expect(colorMismatches(await patches.colorsIn(studio, { src }), colors)).toEqual([]);
  });

  it.each(['jpg', 'png', 'webp', 'tiff'])(
    'of Adobe RGB in a %s are converted to sRGB',
    async (type) => {
      const patches = new Patches(RICH);
      const input = await patches.input(studio, 'adobe');
      const format = type === 'jpg' ? 'yuvj444p' : 'rgb24';
      const quality = { jpg: ['-q:v', '1', '-qmin', '1'], webp: ['-lossless', '1'] }[type] ?? [];
      const plain = await studio.make(
        `plain.${type}`,
        ...[...input, '-frames:v', '1', ...exact(format), ...quality],
      );
      const src = join(studio.dir, `adobe.${type}`);
      const profile = iccProfile({ matrix: toD50(ADOBE_RGB)!, curve: { gamma: 563 / 256 } });
      await writeFile(src, withProfile(type, await readFile(plain), profile, patches));
      const wanted = RICH.map((color) => {
        const shown = toSrgb(
          spaceOf(ADOBE_RGB, powerCurve(563 / 256))!,
          color.map((v) => v / 255) as never,
        );
        return shown.map((value) => value * 255) as unknown as Color;
      });
      expect(colorMismatches(await patches.colorsIn(studio, { src }), wanted)).toEqual([]);
      expect(colorMismatches(await patches.colorsIn(studio, { src, zoom: 1 }), wanted)).toEqual([]);
    },
  );

  it('cause a warning if their profile cannot be applied', async () => {
    const plain = await studio.make(
      'warned.png',
      ...['-f', 'lavfi', '-i', 'color=red:s=32x32', '-frames:v', '1'],
    );
    await writeFile(plain, withProfile('png', await readFile(plain), iccProfile({ kind: 'CMYK' })));
    const scene = { duration: 0.4, elements: [{ type: 'image', src: plain }] };
    const { warnings } = await studio.render({ width: 32, height: 32, fps: 10, scenes: [scene] });
    expect(warnings).toEqual([
      'The picture is shown as sRGB, because its color profile cannot be used (it is a CMYK profile, not an RGB profile). (/scenes/0/elements/0)',
    ]);
  });

  it.each([
    ['as a moving view', { zoom: 1 }],
    ['half transparent', { opacity: 0.999 }],
    ['masked by a shape', { 'corner-radius': 1 }],
    ['fitted into the frame', { resize: 'contain' }],
    ['cropped', { crop: { x: 0, y: 0, width: 256, height: 32 } }],
  ])('a palette %s', async (_name, more) => {
    const patches = new Patches(RICH);
    const input = await patches.input(studio, 'more');
    const src = await studio.make('more.png', ...input, '-frames:v', '1', ...palette);
    expect(colorMismatches(await patches.colorsIn(studio, { src, ...more }), RICH)).toEqual([]);
  });
});
