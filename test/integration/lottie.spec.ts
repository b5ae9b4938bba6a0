import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { colored, jumping, layer, lottie, rectangle, zip } from '../support/lottie-files.js';
import { type Color, type DecodedVideo, distance, Renders } from '../support/renders.js';

const SIZE = { width: 160, height: 90, fps: 25 };
const BACKGROUND: Color = [32, 64, 96];
const FRAMES = 10;
const GRAYS = Array.from({ length: FRAMES }, (_, at) => 20 + 22 * at);
/** The box of the elements. The left half changes with each frame, the right half is empty but for half an orange. */
const BOX = { x: 0, y: 0, width: 80, height: 40 };
const CHANGING = [20, 20] as const;
const CLEAR = [70, 30] as const;
const ORANGE = [70, 8] as const;

const grays = jumping(GRAYS.map((gray) => [gray / 255, gray / 255, gray / 255, 1]));
const ANIMATION = lottie(FRAMES, [
  layer([30, 5], { ty: 4, shapes: [rectangle(20, 10, colored(1, 0.5, 0), 50)] }),
  layer([10, 10], { ty: 4, shapes: [rectangle(20, 20, grays)] }),
]);

/** By name: an element of 24 frames, and the frame of the animation that each of them shows. */
const CASES: Readonly<Record<string, readonly [fields: object, shown: (n: number) => number]>> = {
  'an image, which repeats': [{ type: 'image', ...BOX }, (n) => n % FRAMES],
  'a video that repeats': [{ type: 'video', ...BOX, loop: true }, (n) => n % FRAMES],
  'a video at twice the speed': [
    { type: 'video', ...BOX, speed: 2, loop: true },
    (n) => (2 * n) % FRAMES,
  ],
  'a video at half the speed': [
    { type: 'video', ...BOX, speed: 0.5, loop: true },
    (n) => Math.floor(n / 2) % FRAMES,
  ],
  'a video from a place of it': [
    { type: 'video', ...BOX, seek: 0.16, loop: true },
    (n) => (n + 4) % FRAMES,
  ],
};
const COUNT = 24;

describe('Lottie animations', () => {
  let renders: Renders;
  let video: DecodedVideo;

  const write = async (name: string, content: object | Uint8Array) => {
    const path = join(renders.dir, name);
    await writeFile(path, content instanceof Uint8Array ? content : JSON.stringify(content));
    return path;
  };
  const scene = (...elements: object[]) => ({
    ...{ duration: COUNT / 25, 'background-color': '#204060' },
    elements,
  });
  const grayAt = (frame: number, at: readonly [number, number]) =>
    Math.round(Math.abs(video.at(frame, ...at)[1] - GRAYS[0]!) / 22);

  beforeAll(async () => {
    renders = await Renders.start();
    const src = await write('animation.json', ANIMATION);
    video = await renders.renderAndDecode({
      ...SIZE,
      scenes: Object.values(CASES).map(([fields]) => scene({ src, ...fields })),
    });
  }, 120_000);

  afterAll(() => renders.stop());

  it.each(Object.keys(CASES))('are %s', (name) => {
    const from = Object.keys(CASES).indexOf(name) * COUNT;
    const all = Array.from({ length: COUNT }, (_, n) => n);
    expect(all.map((n) => grayAt(from + n, CHANGING))).toEqual(all.map(CASES[name]![1]));
    expect(distance(video.at(from + 3, ...CLEAR), BACKGROUND)).toBeLessThanOrEqual(2);
    const mixed: Color = [(255 + 32) / 2, (128 + 64) / 2, 96 / 2];
    expect(distance(video.at(from + 3, ...ORANGE), mixed)).toBeLessThanOrEqual(3);
  });

  it('end with their last frame as a video that does not repeat', async () => {
    const src = await write('animation.json', ANIMATION);
    video = await renders.renderAndDecode({
      ...SIZE,
      scenes: [{ elements: [{ type: 'video', src, ...BOX, duration: -1 }] }],
    });
    expect(video.frames).toBe(FRAMES);
    expect(grayAt(FRAMES - 1, CHANGING)).toBe(FRAMES - 1);
  });

  it('are read from dotLottie files, with their pictures', async () => {
    const png = await renders.source('red.png', 'color=0xFF0000:s=8x8');
    const { readFile } = await import('node:fs/promises');
    const picture = lottie(
      4,
      [layer([0, 0], { ty: 2, refId: 'red' }), layer([0, 10], { ty: 2, refId: 'absent' })],
      {
        assets: [
          { id: 'red', w: 8, h: 8, u: '', p: 'red.png', e: 0 },
          { id: 'absent', w: 8, h: 8, u: 'https://example.com/', p: 'absent.png', e: 0 },
        ],
      },
    );
    const manifest = { version: '2', animations: [{ id: 'one' }, { id: 'two' }] };
    const archive = zip({
      'manifest.json': JSON.stringify(manifest),
      'a/one.json': JSON.stringify(picture),
      'i/red.png': await readFile(png),
    });
    const src = await write('animation.lottie', archive);
    video = await renders.renderAndDecode({
      ...SIZE,
      scenes: [scene({ type: 'image', src, ...BOX })],
    });
    expect(distance(video.at(2, 8, 8), [255, 0, 0])).toBeLessThanOrEqual(3);
    expect(distance(video.at(2, 8, 28), BACKGROUND)).toBeLessThanOrEqual(2);
    expect(renders.warnings).toEqual([
      'The Lottie animation refers to other files, which are left out: "absent.png". (/scenes/0/elements/0)',
      'The file has 2 Lottie animations, of which one is shown. (/scenes/0/elements/0)',
    ]);
  });

  it('run no expressions', async () => {
    const moved = layer([10, 10], { ty: 4, shapes: [rectangle(20, 20, colored(1, 1, 1))] });
    const ks = moved['ks'] as Record<string, object>;
    const p = { ...ks['p'], x: 'var $bm_rt; $bm_rt = [30, 10];' };
    const src = await write('moved.json', lottie(2, [{ ...moved, ks: { ...ks, p } }]));
    video = await renders.renderAndDecode({
      ...SIZE,
      scenes: [scene({ type: 'image', src, ...BOX })],
    });
    expect(distance(video.at(0, ...CHANGING), [255, 255, 255])).toBeLessThanOrEqual(3);
    expect(distance(video.at(0, ...CLEAR), BACKGROUND)).toBeLessThanOrEqual(2);
    expect(renders.warnings).toEqual([expect.stringContaining('expressions')]);
  });

  it.each([
    [
      'a composition in itself',
      {
        layers: [{ ty: 0, refId: 'a', ks: {} }],
        assets: [{ id: 'a', layers: [{ ty: 0, refId: 'a', ks: {} }] }],
      },
      'MEDIA_INVALID',
      /a composition contains itself/,
    ],
    ['too many frames', { op: 10_001 }, 'MEDIA_LIMIT_EXCEEDED', /it has 10001 frames/],
    ['too many pixels', { w: 4000, h: 4000, op: 200 }, 'MEDIA_LIMIT_EXCEEDED', /4000 x 4000/],
    ['no size', { w: 'wide' }, 'MEDIA_INVALID', /"w" is not a number/],
  ])('are refused with %s', async (_, fields, code, message) => {
    const src = await write('odd.json', { ...ANIMATION, ...fields });
    await expect(
      renders.renderAndDecode({ ...SIZE, scenes: [scene({ type: 'image', src, ...BOX })] }),
    ).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
      pointer: '/scenes/0/elements/0',
    });
  });
});
