import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Color, type DecodedVideo, distance, Renders } from '../support/renders.js';

const SIZE = { width: 160, height: 90, fps: 10 };
const SCENE_FRAMES = 3;
const COLORS: readonly Color[] = [
  [200, 40, 40],
  [40, 160, 60],
  [40, 60, 200],
  [180, 180, 180],
];
const BACKGROUND: Color = [32, 64, 96];
/** The centers of the four quarters of the frame. */
const PLACES = [
  [40, 22],
  [120, 22],
  [40, 67],
  [120, 67],
] as const;

type Change = (color: readonly number[]) => number[];

/** Swaps channels and bends one of them, which neither curves nor a matrix could do alone. */
const MIXED: Change = ([red, green, blue]) => [0.7 * green! + 0.2, blue! ** 2, 0.9 * red! + 0.05];
const CURVE: Change = (color) => color.map((value) => 1 - value ** 0.8);

const grid = (size: number, change: Change, range: readonly [number, number] = [0, 1]) =>
  [`LUT_3D_SIZE ${size}`]
    .concat(
      Array.from({ length: size ** 3 }, (_, index) => {
        const point = [index, index / size, index / size ** 2].map(
          (at) => range[0] + ((range[1] - range[0]) * (Math.floor(at) % size)) / (size - 1),
        );
        return change(point)
          .map((value) => value.toFixed(6))
          .join(' ');
      }),
    )
    .join('\r\n');

const FILES: Readonly<Record<string, string>> = {
  'mixed.cube': `TITLE "a"\r\n# comment\r\n${grid(33, MIXED)}`,
  'same.cube': `AUTHOR me\n${grid(17, (color) => [...color])}`,
  'wide.cube': `DOMAIN_MIN -0.5 -0.5 -0.5\nDOMAIN_MAX 1.5 1.5 1.5\n${grid(33, MIXED, [-0.5, 1.5])}`,
  'curves.cube': ['LUT_1D_SIZE 256']
    .concat(
      Array.from({ length: 256 }, (_, at) => CURVE([at, at, at].map((v) => v / 255)).join(' ')),
    )
    .join('\n'),
};

const whole: Change = (color) => [...color];
const half: Change = (color) => MIXED(color).map((value, at) => (value + color[at]!) / 2);

/** By name: the fields of an element, and what becomes of its colors. */
const CASES: Readonly<Record<string, readonly [fields: object, change: Change]>> = {
  'as it is': [{}, whole],
  'a grid': [{ correction: { lut: 'mixed.cube' } }, MIXED],
  'a grid that changes nothing': [{ correction: { lut: 'same.cube' } }, whole],
  'half of a grid': [{ correction: { lut: 'mixed.cube', 'lut-intensity': 0.5 } }, half],
  'nothing of a grid': [{ correction: { lut: 'mixed.cube', 'lut-intensity': 0 } }, whole],
  'a grid with a domain': [{ correction: { lut: 'wide.cube' } }, MIXED],
  curves: [{ correction: { lut: 'curves.cube' } }, CURVE],
  'a grid before other corrections': [
    { correction: { lut: 'mixed.cube', negative: 1 } },
    (color) => MIXED(color).map((value) => 1 - value),
  ],
  'a grid in a moving view': [{ zoom: 1, correction: { lut: 'mixed.cube' } }, MIXED],
  'a grid in an element that moves': [
    { correction: { lut: 'mixed.cube' }, keyframes: { x: [{ time: 0, value: 0 }] } },
    MIXED,
  ],
};

describe.each(['image', 'video'])('lookup tables of an %s', (type) => {
  let renders: Renders;
  let video: DecodedVideo;
  let warnings: readonly string[];
  let src: string;

  const config = (fields: object) => ({
    ...{ duration: SCENE_FRAMES / 10, 'background-color': '#204060' },
    elements: [{ type, src, ...withPaths(fields) }],
  });
  /** A lookup table in the folder of the test. */
  const withPaths = (fields: object): object => {
    const { correction } = fields as { correction?: { lut: string } };
    if (!correction) return fields;
    return { ...fields, correction: { ...correction, lut: join(renders.dir, correction.lut) } };
  };

  beforeAll(async () => {
    renders = await Renders.start();
    for (const [name, text] of Object.entries(FILES))
      await writeFile(join(renders.dir, name), text);
    const boxes = COLORS.map((color, index) => {
      const hex = color.map((part) => part.toString(16).padStart(2, '0')).join('');
      return `drawbox=${(index % 2) * 80}:${Math.floor(index / 2) * 45}:80:45:0x${hex}:fill`;
    });
    const quarters = ['color=black:s=160x90:r=10:d=1', 'format=gbrp', ...boxes].join(',');
    src =
      type === 'image'
        ? await renders.source('quarters.png', quarters)
        : await renders.source(
            'quarters.mp4',
            `${quarters},scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=1`,
          );
    const scenes = Object.values(CASES).map(([fields]) => config(fields));
    video = await renders.renderAndDecode({ ...SIZE, scenes });
    warnings = renders.warnings;
  }, 120_000);

  afterAll(() => renders.stop());

  const frameOf = (name: string) => Object.keys(CASES).indexOf(name) * SCENE_FRAMES + 1;

  it.each(Object.keys(CASES))('has the colors of %s', (name) => {
    const [, change] = CASES[name]!;
    const seen = PLACES.map(([x, y]) => video.at(frameOf(name), x, y));
    const wanted = COLORS.map(
      (color) => change(color.map((part) => part / 255)).map((v) => v * 255) as never as Color,
    );
    const far = seen.map((color, index) => distance(color, wanted[index]!));
    expect({ seen, wanted, close: Math.max(...far) <= 2 }).toEqual({ seen, wanted, close: true });
  });

  it('warns of unknown keywords, and of a table that another one is in the place of', () => {
    expect(warnings).toEqual([
      'The lookup table at /scenes/2/elements/0/correction/lut has unknown keywords, which are ignored: "AUTHOR" in line 1.',
      expect.stringMatching(/at \/scenes\/5\/elements\/0\/correction\/lut .* grid of 65 points/),
    ]);
  });

  it('follows the content of a file, and leaves what has no table where it is', async () => {
    const path = join(renders.dir, 'mixed.cube');
    await writeFile(path, grid(17, CURVE));
    const scenes = [config(CASES['a grid']![0]), config({})];
    const changed = await renders.renderAndDecode({ ...SIZE, scenes });
    const wanted = CURVE(COLORS[0]!.map((part) => part / 255)).map((v) => v * 255);
    expect(distance(changed.at(1, 40, 22), wanted as never)).toBeLessThanOrEqual(2);
    expect(distance(changed.at(4, 40, 22), COLORS[0]!)).toBeLessThanOrEqual(2);
  });

  it('keeps what is transparent, in groups and mattes too', async () => {
    const lut = join(renders.dir, 'curves.cube');
    const key = { 'chroma-key': { color: '#28A03C' }, correction: { lut } };
    const element = { type, src, ...key };
    const full = { x: 0, y: 0, ...{ width: 160, height: 90 } };
    const scenes = [
      { ...config({}), elements: [element] },
      { ...config({}), elements: [{ type: 'group', ...full, elements: [element] }] },
      {
        ...config({}),
        elements: [{ type: 'shape', fill: '#FFFFFF', ...full, matte: { type: 'alpha', element } }],
      },
    ];
    const keyed = await renders.renderAndDecode({ ...SIZE, scenes });
    const blue = CURVE(COLORS[2]!.map((part) => part / 255)).map((v) => v * 255) as never as Color;
    for (const [frame, color] of [
      [1, blue],
      [4, blue],
      [7, [255, 255, 255]],
    ] as const) {
      expect(distance(keyed.at(frame, 120, 22), BACKGROUND)).toBeLessThanOrEqual(2);
      expect(distance(keyed.at(frame, 40, 67), color)).toBeLessThanOrEqual(2);
    }
  });

  it('are not more than twenty', async () => {
    const scenes = Array.from({ length: 21 }, (_, at) =>
      config({ correction: { lut: 'mixed.cube', 'lut-intensity': (at + 1) / 30 } }),
    );
    await expect(renders.renderAndDecode({ ...SIZE, scenes })).rejects.toMatchObject({
      code: 'MEDIA_LIMIT_EXCEEDED',
      pointer: '/scenes/20/elements/0/correction/lut',
    });
  });

  it('says what is wrong with a file', async () => {
    await writeFile(join(renders.dir, 'broken.cube'), 'LUT_3D_SIZE 2\n0 0 zero\n'.padEnd(80, '#'));
    const scenes = [config({ correction: { lut: 'broken.cube' } })];
    await expect(renders.renderAndDecode({ ...SIZE, scenes })).rejects.toMatchObject({
      code: 'MEDIA_INVALID',
      pointer: '/scenes/0/elements/0/correction/lut',
      message:
        'The source is not a usable lookup table: "zero" in line 2 is not a number. Export it as a .cube file.',
    });
  });
});
