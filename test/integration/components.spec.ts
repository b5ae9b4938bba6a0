import { type Color, type DecodedVideo, distance, Renders } from '../support/renders.js';

const WIDTH = 160;
const HEIGHT = 90;
const FPS = 10;
const SCENE_FRAMES = 20;
const BACKGROUND: Color = [32, 64, 96];
const ORANGE: Color = [255, 128, 0];
const BLUE: Color = [0, 0, 255];
const WHITE: Color = [255, 255, 255];
const BLACK: Color = [0, 0, 0];

type Seen = readonly [frame: number, x: number, y: number, color: Color];
const place = { x: 20, y: 20, width: 120, height: 40 };
const colors = { color: '#FF8000', 'background-color': '#0000FF' };

/** By name: the component in a scene of two seconds, and the colors at places of its frames. */
const CASES: Readonly<Record<string, readonly [fields: object, ...seen: Seen[]]>> = {
  'a progress bar': [
    { component: 'progress-bar', settings: colors, ...place },
    [0, 24, 40, BLUE],
    [10, 70, 40, ORANGE],
    [10, 90, 40, BLUE],
    [19, 130, 40, ORANGE],
    [19, 16, 40, BACKGROUND],
  ],
  'an upright progress bar': [
    { component: 'progress-bar', settings: { ...colors, direction: 'up' }, ...place },
    [10, 80, 54, ORANGE],
    [10, 80, 26, BLUE],
  ],
  'a rating': [
    {
      component: 'rating',
      settings: { value: 2.5, symbol: 'square', color: '#FF8000', 'off-color': '#0000FF' },
      ...{ x: 22, y: 20, width: 116, height: 20 },
    },
    [19, 30, 30, ORANGE],
    [19, 44, 30, BACKGROUND],
    [19, 56, 30, ORANGE],
    [19, 75, 30, ORANGE],
    [19, 86, 30, BLUE],
    [19, 128, 30, BLUE],
  ],
  stars: [
    {
      component: 'rating',
      settings: { value: 1, max: 1, color: '#FF8000' },
      ...{ x: 40, y: 5, width: 80, height: 80 },
    },
    [19, 80, 45, ORANGE],
    [19, 46, 80, BACKGROUND],
    [19, 80, 14, ORANGE],
  ],
  'a button': [
    { component: 'button', settings: { text: '-', color: '#FF8000' }, ...place },
    [0, 40, 40, ORANGE],
    [0, 22, 22, BACKGROUND],
  ],
  'bars, which grow': [
    {
      component: 'chart',
      settings: {
        data: [{ value: 1 }, { value: 2 }],
        colors: ['#FF8000', '#0000FF'],
        values: false,
        ...{ duration: 1, 'axis-color': '#00000000' },
      },
      ...place,
    },
    [0, 50, 56, BACKGROUND],
    [19, 50, 54, ORANGE],
    [19, 50, 34, BACKGROUND],
    [19, 110, 54, BLUE],
    [19, 110, 28, BLUE],
  ],
  'parts of a circle, one after another': [
    {
      component: 'chart',
      settings: {
        chart: 'pie',
        data: [{ value: 1 }, { value: 1 }],
        ...{ colors: ['#FF8000', '#0000FF'], duration: 1 },
      },
      ...{ x: 40, y: 5, width: 80, height: 80 },
    },
    [5, 64, 45, BACKGROUND],
    [9, 96, 45, ORANGE],
    [19, 96, 45, ORANGE],
    [19, 64, 45, BLUE],
    [19, 44, 8, BACKGROUND],
  ],
  'a line': [
    {
      component: 'chart',
      settings: {
        chart: 'line',
        data: [{ value: 1 }, { value: 1 }],
        ...{ colors: ['#FF8000'], 'line-width': 8, duration: 1 },
      },
      ...{ x: 20, y: 20, width: 120, height: 50 },
    },
    [0, 60, 23, BACKGROUND],
    [19, 80, 22, ORANGE],
    [19, 80, 60, BACKGROUND],
    [19, 24, 22, BACKGROUND],
  ],
  'a code': [
    // 21 modules and a margin of 4 on each side, with 3 pixels each.
    { component: 'qr-code', settings: { text: 'A' }, ...{ x: 36, y: 0, width: 87, height: 87 } },
    [0, 38, 43, WHITE],
    [0, 49, 13, BLACK],
    [0, 58, 22, BLACK],
    [0, 116, 80, WHITE],
  ],
  'a lower third': [
    {
      component: 'lower-third',
      settings: {
        ...{ title: '-', 'accent-color': '#0000FF', 'background-color': '#FF8000' },
        animate: 'none',
      },
      ...{ x: 0, y: 20, width: 120, height: 50 },
    },
    [0, 1, 45, BLUE],
    [0, 110, 45, ORANGE],
    [0, 130, 45, BACKGROUND],
  ],
};

const TEXTS = ['countdown', 'counter'] as const;

describe('components', () => {
  let renders: Renders;
  let video: DecodedVideo;

  beforeAll(async () => {
    renders = await Renders.start();
    const scene = (fields: object) => ({
      duration: SCENE_FRAMES / FPS,
      'background-color': '#204060',
      elements: [{ type: 'component', ...fields }],
    });
    const look = { 'font-color': '#FF8000', 'font-family': 'Inter' };
    video = await renders.renderAndDecode({
      ...{ width: WIDTH, height: HEIGHT, fps: FPS },
      scenes: [
        ...Object.values(CASES).map(([fields]) => scene(fields)),
        scene({ component: 'countdown', settings: { from: 2, ...look } }),
        scene({ component: 'counter', settings: { to: 1111, duration: 1, ...look } }),
      ],
    });
  }, 300_000);

  afterAll(() => renders.stop());

  it.each(Object.keys(CASES))('%s', (name) => {
    const first = Object.keys(CASES).indexOf(name) * SCENE_FRAMES;
    const [, ...wanted] = CASES[name]!;
    const seen = wanted.map(([frame, x, y]) => video.at(first + frame, x, y));
    const far = seen.map((color, index) => distance(color, wanted[index]![3]));
    // Next to edges, because encoding blurs them.
    expect({ seen, close: Math.max(...far) <= 8 }).toEqual({ seen, close: true });
  });

  /** The columns of the frame that have a letter in them. */
  const lettersIn = (index: number, frame: number) => {
    const at = (Object.keys(CASES).length + index) * SCENE_FRAMES + frame;
    const columns = Array.from({ length: WIDTH }, (_, x) => x);
    return columns.filter((x) =>
      Array.from({ length: HEIGHT }, (_, y) => y).some(
        (y) => distance(video.at(at, x, y), ORANGE) < 40,
      ),
    );
  };

  it('a countdown, whose numbers change each second', () => {
    const frames = [0, 9, 10, 19].map((frame) => lettersIn(TEXTS.indexOf('countdown'), frame));
    expect(frames[0]!.length).toBeGreaterThan(3);
    expect(frames[1]).toEqual(frames[0]);
    expect(frames[2]).not.toEqual(frames[0]);
    expect(frames[3]).toEqual(frames[2]);
  });

  it('a counter, which ends with its last number', () => {
    const frames = [0, 3, 11, 19].map((frame) => lettersIn(TEXTS.indexOf('counter'), frame));
    expect(frames[0]!.length).toBeGreaterThan(3);
    expect(frames[1]).not.toEqual(frames[0]);
    expect(frames[3]).toEqual(frames[2]);
  });
});
