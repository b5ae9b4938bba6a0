import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { toD50 } from '../../src/core/color/matrices.js';
import { heifFile, type HeifPart } from '../support/heif-files.js';
import { iccProfile } from '../support/icc-profiles.js';
import { distance } from '../support/renders.js';
import { ffmpegToolsFor, itUnless, missingEncoders } from '../support/skip.js';
import { type Rgb, Studio } from '../support/studio.js';

const load = createRequire(import.meta.url);
const BUNDLED = {
  VIDEOCRAFT_FFMPEG_PATH: (load('@ffmpeg-installer/ffmpeg') as { path: string }).path,
  VIDEOCRAFT_FFPROBE_PATH: (load('@ffprobe-installer/ffprobe') as { path: string }).path,
};
const FRAME = { width: 128, height: 96, fps: 10, quality: 'high' };
const RED: Rgb = [200, 30, 30];
const GREEN: Rgb = [30, 160, 30];
const BLUE: Rgb = [30, 30, 200];
const SAND: Rgb = [224, 190, 140];
const hex = (color: Rgb) => `0x${Buffer.from(color).toString('hex')}`;
const P3 = toD50({
  red: [0.68, 0.32],
  green: [0.265, 0.69],
  blue: [0.15, 0.06],
  white: [0.3127, 0.329],
})!;

describe.each([
  ['of the machine', {}, await ffmpegToolsFor()],
  ['of 2018', BUNDLED, await ffmpegToolsFor(BUNDLED)],
])('phone pictures, with the ffmpeg %s', (_, environment, tools) => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open('phones', environment);
  });
  afterAll(() => studio.close());

  /** A picture of one color, or from a filtergraph, in HEVC or AV1. */
  const part = async (
    codec: string,
    source: Rgb | string,
    size = '128x96',
    format = 'yuv420p',
  ): Promise<HeifPart> => {
    const [width, height] = size.split('x').map(Number) as [number, number];
    const color =
      typeof source === 'string' ? source : `color=c=${hex(source)}:s=${size}:r=1:d=1,format=gbrp`;
    const encoder =
      codec === 'hevc'
        ? ['-c:v', 'libx265', '-x265-params', 'log-level=none:keyint=1:crf=4', '-tag:v', 'hvc1']
        : ['-c:v', 'libaom-av1', '-strict', '-2', '-crf', '8', '-b:v', '0', '-cpu-used', '8'];
    const graph = `${color},scale=out_color_matrix=smpte170m:out_range=pc,format=${format}`;
    const path = await studio.make(
      `part-${codec}.mp4`,
      ...['-f', 'lavfi', '-i', graph, '-frames:v', '1', ...encoder],
    );
    return { mp4: await readFile(path), width, height };
  };

  const shown = async (name: string, file: Buffer, more: object = {}, size: object = {}) => {
    const src = join(studio.dir, name);
    await writeFile(src, file);
    const scene = { duration: 0.4, elements: [{ type: 'image', src, ...more }] };
    const input = { ...FRAME, ...size, scenes: [{ 'background-color': '#0000FF', ...scene }] };
    return studio.pictures(input);
  };
  const near = (a: Rgb, b: Rgb) => distance(a, b) <= 4;

  for (const [codec, encoder, format] of [
    ['hevc', 'libx265', 'yuv420p'],
    ['hevc', 'libx265', 'yuv420p10le'],
    ['av1', 'libaom-av1', 'yuv420p'],
  ] as const) {
    const withEncoder = itUnless(missingEncoders(tools, [encoder]));
    withEncoder(`shows a picture in ${codec} (${encoder}, ${format}) in its colors`, async () => {
      const file = heifFile([await part(codec, SAND, '128x96', format)]);
      const pictures = await shown(`one.${codec}`, file);
      expect([pictures.at(2, 64, 48), near(pictures.at(2, 64, 48), SAND)]).toEqual([
        expect.anything(),
        true,
      ]);
    });
  }

  it('join the tiles of a photo and crop the excess', async () => {
    const colors = [RED, GREEN, SAND, BLUE];
    const tiles: HeifPart[] = [];
    for (const color of colors) tiles.push(await part('hevc', color, '64x64'));
    const file = heifFile(tiles, { grid: { columns: 2, rows: 2, width: 120, height: 96 } });
    const pictures = await shown('tiles.heic', file, {}, { width: 120 });
    const found = [
      [30, 30],
      [90, 30],
      [30, 85],
      [90, 85],
    ].map(([x, y]) => pictures.at(2, x!, y!));
    expect(found.map((color, index) => near(color, colors[index]!))).toEqual(Array(4).fill(true));
  });

  it.each([
    ['rotated counterclockwise', 'irot', 1, [RED, GREEN], 'left'],
    ['rotated by 180 degrees', 'irot', 2, [RED, GREEN], 'down'],
    ['rotated clockwise', 'irot', 3, [RED, GREEN], 'right'],
    ['mirrored vertically', 'imir', 0, [RED, GREEN], 'down'],
    ['mirrored horizontally', 'imir', 1, [RED, GREEN], 'up'],
  ])('show a picture %s', async (_name, property, value, [top, bottom], where) => {
    // The upper half is red.
    const half = (color: Rgb) => `color=c=${hex(color)}:s=128x48:r=1:d=1,format=gbrp`;
    const graph = `${half(top!)}[a];${half(bottom!)}[b];[a][b]vstack`;
    const file = heifFile([await part('hevc', graph)], {
      properties: [[property, Buffer.from([value])]],
    });
    const turned = where === 'left' || where === 'right';
    const pictures = await shown('turned.heic', file, {}, turned ? { width: 96, height: 128 } : {});
    const spots = { up: [64, 12], down: [64, 84], left: [12, 64], right: [84, 64] } as const;
    const [x, y] = spots[where as keyof typeof spots];
    expect([pictures.at(2, x, y).map(Math.round), near(pictures.at(2, x, y), RED)]).toEqual([
      expect.anything(),
      true,
    ]);
  });

  it('show the layer below through alpha', async () => {
    const mask =
      'color=black:s=64x96:r=1:d=1,format=gbrp[a];color=white:s=64x96:r=1:d=1,format=gbrp[b];[a][b]hstack';
    const file = heifFile([await part('hevc', RED)], { alpha: await part('hevc', mask) });
    const pictures = await shown('alpha.heic', file);
    expect(near(pictures.at(2, 20, 48), [0, 0, 255])).toBe(true);
    expect(near(pictures.at(2, 100, 48), RED)).toBe(true);
  });

  it('apply the profile of Display P3', async () => {
    const profile = iccProfile({ matrix: P3, curve: { type: 0, parameters: [2.2] } });
    const colr = Buffer.concat([Buffer.from('prof', 'latin1'), profile]);
    const file = heifFile([await part('hevc', [200, 60, 60])], { properties: [['colr', colr]] });
    const [red, green] = (await shown('p3.heic', file)).at(2, 64, 48);
    // The same numbers in P3 are a stronger red than in sRGB.
    expect(red).toBeGreaterThan(210);
    expect(green).toBeLessThan(55);
  });

  it.each([
    ['a truncated file', (file: Buffer) => file.subarray(0, 200)],
    ['a picture with zero size', (file: Buffer) => replaced(file, 'ispe', 4, Buffer.alloc(8))],
    ['a picture of terapixels', (file: Buffer) => replaced(file, 'ispe', 4, Buffer.alloc(8, 255))],
    ['an unknown codec', (file: Buffer) => replaced(file, 'hvc1', -4, Buffer.from('vvc1'))],
  ])('explain what is wrong with %s', async (_name, spoil) => {
    const file = spoil(heifFile([await part('hevc', RED)]));
    await expect(shown('damaged.heic', file)).rejects.toMatchObject({
      code: 'MEDIA_INVALID',
      message: expect.stringMatching(/^The (source|picture) /),
    });
  });
});

/** Replaces bytes after the first box of a type in a file. */
function replaced(file: Buffer, type: string, after: number, bytes: Buffer): Buffer {
  const copy = Buffer.from(file);
  bytes.copy(copy, copy.indexOf(type, 0, 'latin1') + 4 + after);
  return copy;
}
