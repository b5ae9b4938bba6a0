import { type Color, type DecodedVideo, distance, Renders } from '../support/renders.js';

const BACKGROUND: Color = [32, 64, 96];
const ORANGE: Color = [255, 128, 0];
const BLACK: Color = [0, 0, 0];
const WHITE: Color = [255, 255, 255];
const BLUE: Color = [0, 0, 255];
const RED: Color = [255, 0, 0];
const between = (from: Color, to: Color, share: number) =>
  from.map((part, index) => part + (to[index]! - part) * share) as unknown as Color;

type Seen = readonly [x: number, y: number, color: Color];
const box = { x: 40, y: 20, width: 80, height: 50, fill: '#FF8000' };

/** By name: the fields of a shape and the expected colors at some positions. */
const CASES: Readonly<Record<string, readonly [fields: object, ...seen: Seen[]]>> = {
  'a rectangle to its edges': [
    box,
    [40, 20, ORANGE],
    [119, 69, ORANGE],
    [38, 44, BACKGROUND],
    [80, 72, BACKGROUND],
  ],
  'one of the whole frame': [{ fill: '#FFFFFF' }, [0, 0, WHITE], [159, 89, WHITE]],
  'round corners': [
    { ...box, 'corner-radius': 16 },
    [42, 22, BACKGROUND],
    [117, 67, BACKGROUND],
    [41, 44, ORANGE],
    [58, 22, ORANGE],
  ],
  'an ellipse': [
    { ...box, shape: 'ellipse' },
    [48, 26, BACKGROUND],
    [43, 44, ORANGE],
    [80, 22, ORANGE],
  ],
  'a circle in the middle of its box': [
    { ...box, shape: 'circle' },
    [50, 44, BACKGROUND],
    [58, 44, ORANGE],
    [80, 22, ORANGE],
  ],
  'a stroke inside of the edge': [
    { ...box, 'stroke-width': 6, 'stroke-color': '#000000' },
    [42, 44, BLACK],
    [80, 67, BLACK],
    [80, 44, ORANGE],
    [38, 44, BACKGROUND],
  ],
  'a stroke alone': [
    { ...box, fill: '#00000000', 'stroke-width': 6, 'stroke-color': '#FFFFFF' },
    [42, 44, WHITE],
    [80, 44, BACKGROUND],
  ],
  'an outline in the coordinates of its view box': [
    { ...box, path: 'M0 0H24L12 12L24 24H0Z', 'view-box': '0 0 24 24' },
    [44, 44, ORANGE],
    [110, 44, BACKGROUND],
    [96, 24, ORANGE],
    [38, 44, BACKGROUND],
  ],
  'an outline with a stroke': [
    {
      ...box,
      path: 'M0 50L50 0L100 50L50 100Z',
      ...{ 'stroke-width': 6, 'stroke-color': '#000000' },
    },
    [80, 24, BLACK],
    [80, 44, ORANGE],
    [44, 24, BACKGROUND],
  ],
  'a half transparent color': [
    { ...box, fill: '#FF800080' },
    [80, 44, between(BACKGROUND, ORANGE, 128 / 255)],
  ],
  'a gradient downwards': [
    { fill: { angle: 90, colors: ['#0000FF', '#FF0000'] } },
    [80, 2, between(BLUE, RED, 3 / 90)],
    [80, 44, between(BLUE, RED, 45 / 90)],
    [80, 86, between(BLUE, RED, 87 / 90)],
  ],
  'a radial gradient': [
    { ...box, shape: 'ellipse', fill: { style: 'radial', colors: ['#FFFFFF', '#FF0000'] } },
    [80, 44, between(WHITE, RED, 0.04)],
    [60, 44, between(WHITE, RED, 0.49)],
    [46, 44, between(WHITE, RED, 0.84)],
  ],
  'a turned one': [
    { width: 80, height: 20, rotate: 90, fill: '#FF8000' },
    [80, 10, ORANGE],
    [80, 80, ORANGE],
    [66, 44, BACKGROUND],
    [94, 44, BACKGROUND],
  ],
  'half opaque, after a fade': [
    { ...box, opacity: 0.5, 'fade-in': 0.2 },
    [80, 44, between(BACKGROUND, ORANGE, 0.5)],
  ],
  'one that is gone before the end': [{ ...box, duration: 0.2 }, [80, 44, BACKGROUND]],
};
const SCENE_FRAMES = 5;

describe('shapes', () => {
  let renders: Renders;
  let video: DecodedVideo;

  beforeAll(async () => {
    renders = await Renders.start();
    video = await renders.renderAndDecode({
      width: 160,
      height: 90,
      fps: 10,
      scenes: Object.values(CASES).map(([fields]) => ({
        duration: SCENE_FRAMES / 10,
        'background-color': '#204060',
        elements: [{ type: 'shape', ...fields }],
      })),
    });
  }, 120_000);

  afterAll(() => renders.stop());

  it.each(Object.keys(CASES))('%s', (name) => {
    const last = (Object.keys(CASES).indexOf(name) + 1) * SCENE_FRAMES - 1;
    const [, ...wanted] = CASES[name]!;
    const seen = wanted.map(([x, y]) => video.at(last, x, y));
    const far = seen.map((color, index) => distance(color, wanted[index]![2]));
    // Next to edges, because encoding blurs them.
    expect({ seen, close: Math.max(...far) <= 6 }).toEqual({ seen, close: true });
  });
});
