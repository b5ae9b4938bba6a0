import { type Color, type DecodedVideo, Renders } from '../support/renders.js';

const BLACK: Color = [0, 0, 0];
const RED: Color = [255, 0, 0];
const BLUE: Color = [0, 0, 255];
const WHITE: Color = [255, 255, 255];
const GREEN: Color = [0, 128, 0];

const RECTANGLE = 'M 0 0 L 100 0 L 100 100 L 0 100 L 0 0 Z';
const ELLIPSE =
  'M 50 0 C 77.61 0 100 22.39 100 50 C 100 77.61 77.61 100 50 100 C 22.39 100 0 77.61 0 50 C 0 22.39 22.39 0 50 0 Z';
const FPS = 10;

type Point = readonly [frame: number, x: number, y: number, color: Color];

/** RenderScripts of Creatomate, of which the pixels are where, and when, its documentation puts them. */
describe('RenderScripts of Creatomate', () => {
  let renders: Renders;
  let red: string;
  let blue: string;
  let mask: string;

  beforeAll(async () => {
    renders = await Renders.start();
    red = await renders.source('red.mp4', `color=red:size=160x90:rate=${FPS}:duration=1`);
    blue = await renders.source('blue.png', 'color=blue:size=100x60');
    mask = await renders.source(
      'mask.png',
      'color=black:size=320x180,drawbox=0:0:160:180:white:fill',
    );
  });

  afterAll(() => renders.stop());

  const render = (more: object) =>
    renders.renderAndDecode({
      output_format: 'mp4',
      width: 320,
      height: 180,
      frame_rate: FPS,
      ...more,
    });
  const box = (more: object) => ({
    ...{ type: 'shape', path: RECTANGLE, width: '100%', height: '100%', fill_color: '#ff0000' },
    ...more,
  });

  /** The points whose color is another one. */
  const mismatches = (decoded: DecodedVideo, points: readonly Point[]) =>
    points.flatMap(([frame, x, y, color]) => {
      const found = decoded.at(frame, x, y);
      const distance = Math.max(...found.map((part, index) => Math.abs(part - color[index]!)));
      return distance < 40 ? [] : [{ frame, x, y, found: found.map(Math.round), color }];
    });

  it('have elements at their places, in percent, in units of the frame, and in pixels', async () => {
    const elements = [
      { type: 'image', source: blue, x: '25%', y: '25%', width: '50%', height: '50%' },
      box({
        x: '100%',
        y: '0%',
        x_anchor: '100%',
        y_anchor: '0%',
        width: '20 vmin',
        height: '10 vmax',
      }),
      box({ x: 40, y: 150, width: 20, height: 10 }),
    ];
    const decoded = await render({ duration: 0.2, elements });
    // 20 vmin of 180 are 36 pixels, and 10 vmax of 320 are 32.
    const points: Point[] = [
      [0, 4, 4, BLUE],
      [0, 154, 84, BLUE],
      [0, 166, 96, BLACK],
      [0, 290, 28, RED],
      [0, 316, 4, RED],
      [0, 278, 16, BLACK],
      [0, 300, 40, BLACK],
      [0, 34, 148, RED],
      [0, 46, 152, RED],
      [0, 56, 150, BLACK],
    ];
    expect(mismatches(decoded, points)).toEqual([]);
    expect(decoded.frames).toBe(2);
  }, 60_000);

  it('have the size, the frame rate, and the lengths of their sources', async () => {
    const fade = { type: 'fade', time: 'end', duration: 0.5, reversed: true };
    const decoded = await renders.renderAndDecode({
      output_format: 'mp4',
      elements: [
        { type: 'video', track: 1, source: red },
        // What fades by keyframes, because its length is known.
        { ...{ type: 'image', track: 2, source: blue }, duration: '50%', width: '50%' },
        { ...{ type: 'image', track: 2, source: blue }, animations: [fade] },
      ],
    });
    expect([decoded.width, decoded.height, decoded.frames]).toEqual([160, 90, FPS]);
    const points: Point[] = [
      [0, 20, 44, RED],
      [4, 60, 44, BLUE],
      [5, 20, 44, BLUE],
    ];
    expect(mismatches(decoded, points)).toEqual([]);
    expect(renders.warnings).toEqual([]);
  }, 60_000);

  it('play elements of a track one after another, with a transition', async () => {
    const animations = [{ time: 'start', duration: 0.4, type: 'fade', transition: true }];
    const elements = [
      { type: 'video', source: red, track: 1 },
      { type: 'image', source: blue, track: 1, duration: 1, animations },
    ];
    const decoded = await render({ elements });
    const [mixedRed, , mixedBlue] = decoded.at(8, 160, 90);
    expect(decoded.frames).toBe(16);
    expect(
      mismatches(decoded, [
        [5, 160, 90, RED],
        [11, 160, 90, BLUE],
      ]),
    ).toEqual([]);
    expect(Math.abs(mixedRed - 128)).toBeLessThan(40);
    expect(Math.abs(mixedBlue - 128)).toBeLessThan(40);
  }, 60_000);

  it('are as long as their media, and everything without a length with them', async () => {
    const elements = [
      { type: 'video', source: red },
      box({ width: '10%', height: '10%', fill_color: '#ffffff' }),
    ];
    const decoded = await render({ elements });
    expect(decoded.frames).toBe(10);
    expect(
      mismatches(decoded, [
        [0, 160, 90, WHITE],
        [9, 160, 90, WHITE],
      ]),
    ).toEqual([]);
  }, 60_000);

  it('move by keyframes of their anchor', async () => {
    const x = [
      { time: 0, value: '0%' },
      { time: 1, value: '100%' },
    ];
    const y = [
      { time: 0, value: '0%' },
      { time: 0.5, easing: 'steps(1)', value: '50%' },
    ];
    const elements = [box({ x, y, x_anchor: '0%', y_anchor: '0%', width: 40, height: 40 })];
    const decoded = await render({ duration: 1, elements });
    const points: Point[] = [
      [0, 20, 20, RED],
      [2, 84, 20, RED],
      [2, 84, 110, BLACK],
      [5, 180, 110, RED],
      [5, 180, 20, BLACK],
      [5, 150, 110, BLACK],
    ];
    expect(mismatches(decoded, points)).toEqual([]);
  }, 60_000);

  it('grow, turn, and change their colors', async () => {
    const animations = [{ type: 'scale', start_scale: '50%', end_scale: '150%', fade: false }];
    const z_rotation = [
      { time: 'start', value: 0 },
      { time: 'end', value: 180 },
    ];
    const fill_color = [
      { time: 0, value: '#ff0000' },
      { time: 0.5, easing: 'steps', value: '#0000ff' },
    ];
    const elements = [
      box({ x: 80, y: 90, width: 80, height: 80, animations }),
      box({ x: 240, y: 90, width: 100, height: 20, z_rotation, fill_color }),
    ];
    const decoded = await render({ duration: 1, elements });
    const points: Point[] = [
      [0, 80 - 17, 90, RED],
      [0, 80 - 26, 90, BLACK],
      [5, 80 - 36, 90, RED],
      [5, 80 - 44, 90, BLACK],
      [0, 240 - 44, 90, RED],
      [0, 240, 90 - 40, BLACK],
      // After half of the time, a quarter of a turn.
      [5, 240, 90 - 40, BLUE],
      [5, 240 - 44, 90, BLACK],
    ];
    expect(mismatches(decoded, points)).toEqual([]);
  }, 60_000);

  it('slide in, and are wiped in', async () => {
    const slide = { time: 'start', duration: 1, type: 'slide', direction: '0°', fade: false };
    const wipe = { type: 'wipe', x_anchor: '0%', fade: false };
    const elements = [
      box({ y: '25%', height: '50%', animations: [slide] }),
      box({ y: '75%', height: '50%', fill_color: '#0000ff', animations: [wipe] }),
    ];
    const decoded = await render({ duration: 1, elements });
    const points: Point[] = [
      [5, 150, 40, RED],
      [5, 170, 40, BLACK],
      [5, 150, 140, BLUE],
      [5, 170, 140, BLACK],
      [9, 280, 40, RED],
      [9, 280, 140, BLUE],
    ];
    expect(mismatches(decoded, points)).toEqual([]);
  }, 60_000);

  it('have texts in their boxes, where their alignment puts them, at their times', async () => {
    const style = {
      type: 'text',
      text: '████',
      font_size: 20,
      font_family: 'Inter',
      font_weight: 900,
      fill_color: '#ffffff',
    };
    const elements = [
      {
        ...style,
        x: '50%',
        y: '50%',
        width: '100%',
        height: '100%',
        x_alignment: '100%',
        y_alignment: '100%',
      },
      { ...style, x: 10, y: 10, x_anchor: '0%', y_anchor: '0%', time: 0.5 },
    ];
    const decoded = await render({ duration: 1, elements });
    const lit = (frame: number, fromX: number, toX: number, fromY: number, toY: number) => {
      let count = 0;
      for (let y = fromY; y < toY; y += 2)
        for (let x = fromX; x < toX; x += 2) if (decoded.at(frame, x, y)[0] > 128) count++;
      return count;
    };
    expect(lit(0, 240, 320, 150, 180)).toBeGreaterThan(100);
    expect(lit(0, 0, 200, 100, 180)).toBe(0);
    expect(lit(0, 0, 100, 0, 40)).toBe(0);
    expect(lit(7, 10, 80, 8, 36)).toBeGreaterThan(100);
    expect(lit(7, 0, 8, 0, 40)).toBe(0);
  }, 60_000);

  it('have texts that are as large as their boxes', async () => {
    const element = {
      type: 'text',
      text: '██',
      font_family: 'Inter',
      fill_color: '#ffffff',
      width: '50%',
      height: '50%',
      x_alignment: '50%',
      y_alignment: '50%',
    };
    const decoded = await render({ duration: 0.2, elements: [element] });
    const white = Array.from({ length: 320 }, (_, x) => decoded.at(0, x, 90)[0] > 128);
    const width = white.lastIndexOf(true) - white.indexOf(true);
    expect(width).toBeGreaterThan(100);
    expect(width).toBeLessThanOrEqual(162);
    expect(Math.abs((white.lastIndexOf(true) + white.indexOf(true)) / 2 - 160)).toBeLessThan(8);
  }, 60_000);

  it('have compositions with their own place and time', async () => {
    const composition = {
      ...{
        type: 'composition',
        time: 0.3,
        duration: 0.5,
        x: '75%',
        y: '50%',
        width: '50%',
        height: '100%',
      },
      fill_color: '#0000ff',
      elements: [box({ time: 0.2, width: '50%', height: '50%' })],
    };
    const decoded = await render({ duration: 1, fill_color: '#008000', elements: [composition] });
    const points: Point[] = [
      [0, 240, 90, GREEN],
      [4, 240, 90, BLUE],
      [4, 150, 90, GREEN],
      [6, 240, 90, RED],
      [6, 190, 90, BLUE],
      [9, 240, 90, GREEN],
    ];
    expect(mismatches(decoded, points)).toEqual([]);
  }, 60_000);

  it('repeat compositions', async () => {
    const x = [
      { time: 0, value: '25%' },
      { time: 0.2, easing: 'steps(1)', value: '75%' },
    ];
    const composition = {
      type: 'composition',
      duration: 0.4,
      loop: true,
      elements: [box({ x, width: '50%' })],
    };
    const decoded = await render({ duration: 1.2, elements: [composition] });
    const points: Point[] = [
      [1, 80, 90, RED],
      [3, 240, 90, RED],
      [5, 80, 90, RED],
      [7, 240, 90, RED],
      [9, 80, 90, RED],
      [11, 240, 90, RED],
      [11, 80, 90, BLACK],
    ];
    expect(mismatches(decoded, points)).toEqual([]);
  }, 60_000);

  it('are cut by the mask above', async () => {
    const elements = [
      box({ fill_color: '#0000ff' }),
      box({ track: 2 }),
      { type: 'image', track: 3, source: mask, mask_mode: 'luma' },
    ];
    const decoded = await render({ duration: 0.2, elements });
    expect(
      mismatches(decoded, [
        [0, 80, 90, RED],
        [0, 240, 90, BLUE],
      ]),
    ).toEqual([]);
  }, 60_000);

  it('mix, are tinted, and are round', async () => {
    const elements = [
      box({ x: '25%', width: '50%', fill_color: '#ffffff' }),
      box({ x: '25%', width: '50%', fill_color: '#0000ff', blend_mode: 'multiply' }),
      { type: 'image', source: blue, x: '75%', width: '50%', color_overlay: '#ff0000' },
      box({ x: '75%', width: 60, height: 60, path: ELLIPSE, fill_color: '#ffffff' }),
    ];
    const decoded = await render({ duration: 0.2, elements });
    const points: Point[] = [
      [0, 80, 90, BLUE],
      [0, 180, 20, RED],
      [0, 240, 90, WHITE],
      [0, 240 - 27, 90 - 27, RED],
    ];
    expect(mismatches(decoded, points)).toEqual([]);
  }, 60_000);

  it('let compositions slide over each other, and texts be wiped in', async () => {
    const slide = { time: 'start', duration: 0.4, type: 'slide', direction: '180°', fade: false };
    const wipe = { type: 'wipe', x_anchor: '0%', fade: false };
    const style = { type: 'text', text: '████████', font_family: 'Inter', fill_color: '#ffffff' };
    const bar = { ...style, width: '100%', height: '20%', x_alignment: '50%', text_wrap: false };
    const composition = { type: 'composition', track: 1, duration: 1 };
    const elements = [
      { ...composition, fill_color: '#ff0000', elements: [{ ...bar, animations: [wipe] }] },
      {
        ...composition,
        fill_color: '#0000ff',
        elements: [],
        animations: [{ ...slide, transition: true }],
      },
    ];
    const decoded = await render({ elements });
    const row = (frame: number) => {
      const white = Array.from({ length: 320 }, (_, x) => decoded.at(frame, x, 76)[1] > 128);
      return [white.indexOf(true), white.lastIndexOf(true)] as const;
    };
    const [whole, half] = [row(5), row(2)];
    expect(decoded.frames).toBe(16);
    expect(half[0]).toBe(whole[0]);
    expect(half[1]).toBeLessThan(whole[1] - 30);
    // The second one has come in by a half, and has pushed the first one out.
    expect(
      mismatches(decoded, [
        [8, 80, 150, RED],
        [8, 240, 150, BLUE],
        [12, 80, 90, BLUE],
      ]),
    ).toEqual([]);
  }, 60_000);
});
