import { type Color, type DecodedVideo, Renders } from '../support/renders.js';

const BLACK: Color = [0, 0, 0];
const RED: Color = [255, 0, 0];
const BLUE: Color = [0, 0, 255];
const ORANGE: Color = [255, 165, 0];
const WHITE: Color = [255, 255, 255];
const SIZE = { width: 320, height: 180 };

type Point = readonly [x: number, y: number, color: Color];
type Json = Readonly<Record<string, unknown>>;

/** Edits of Shotstack, whose pixels are where its documentation puts them. */
describe('edits of Shotstack', () => {
  let renders: Renders;
  let orange: string;
  let red: string;
  let blue: string;
  let video: string;
  let half: string;
  let wipe: string;
  let tone: string;

  beforeAll(async () => {
    renders = await Renders.start();
    orange = await renders.source('orange.png', 'color=orange:size=80x40');
    red = await renders.source('red.png', 'color=red:size=320x180');
    blue = await renders.source('blue.png', 'color=blue:size=320x180');
    const halves =
      'color=red:size=160x90:rate=25:duration=1[a];color=blue:size=160x90:rate=25:duration=1[b];[a][b]concat';
    video = await renders.source('red-blue.mp4', halves);
    half = await renders.source(
      'half.png',
      'color=white:size=320x180,drawbox=x=160:w=160:h=180:color=black:t=fill',
    );
    wipe = await renders.source('black.mp4', 'color=black:size=160x90:rate=25:duration=1');
    tone = await renders.source('tone.wav', 'sine=frequency=440:duration=0.6');
  }, 60_000);

  afterAll(() => renders.stop());

  const edit = (tracks: readonly object[][], { output = {}, timeline = {} }: Json = {}) => ({
    ...{ format: 'shotstack', ...SIZE },
    timeline: { tracks: tracks.map((clips) => ({ clips })), ...(timeline as object) },
    output: { format: 'mp4', size: SIZE, quality: 'high', ...(output as object) },
  });
  const clip = (asset: object, more: object = {}) => ({ asset, start: 0, length: 0.4, ...more });
  const image = (src: string) => ({ type: 'image', src });
  const render = (tracks: readonly object[][], more: Json = {}) =>
    renders.renderAndDecode(edit(tracks, more));

  /** The points whose color is another one. */
  const mismatches = (decoded: DecodedVideo, points: readonly Point[], frame = 0) =>
    points.flatMap(([x, y, color]) => {
      const found = decoded.at(frame, x, y);
      const distance = Math.max(...found.map((part, index) => Math.abs(part - color[index]!)));
      return distance < 48 ? [] : [{ frame, x, y, found: found.map(Math.round), color }];
    });

  it('have the first track on top, scaled into the corner of its position', async () => {
    const logo = clip(image(orange), {
      scale: 0.25,
      position: 'topRight',
      offset: { x: -0.05, y: -0.1 },
    });
    const decoded = await render([[logo], [clip(image(red))]]);
    // A quarter of the frame is 80x45, 16 pixels off the right edge and 18 off the top.
    const points: Point[] = [
      ...([
        [228, 22, ORANGE],
        [300, 58, ORANGE],
        [220, 40, RED],
        [308, 40, RED],
      ] as const),
      ...([
        [260, 14, RED],
        [260, 66, RED],
      ] as const),
    ];
    expect(mismatches(decoded, points)).toEqual([]);
    expect(decoded.frames).toBe(10);
  }, 60_000);

  it('have pictures in their own size, moved from a place that depends on it', async () => {
    const own = clip(image(orange), {
      fit: 'none',
      position: 'bottomLeft',
      offset: { x: 0.25, y: 0.1 },
    });
    const decoded = await render([[own]]);
    // 80x40 at the bottom left, 80 pixels to the right and 18 up.
    const points: Point[] = [
      ...([
        [84, 126, ORANGE],
        [156, 158, ORANGE],
        [76, 140, BLACK],
      ] as const),
      ...([
        [164, 140, BLACK],
        [120, 118, BLACK],
        [120, 166, BLACK],
      ] as const),
    ];
    expect(mismatches(decoded, points)).toEqual([]);
  }, 60_000);

  it('fit pictures into the frame or into the size of their clip', async () => {
    // 80x40 in 320x180: the width counts for contain.
    const contained = await render([[clip(image(orange), { fit: 'contain' })]]);
    expect(
      mismatches(contained, [
        [160, 6, BLACK],
        [160, 14, ORANGE],
        [4, 90, ORANGE],
      ]),
    ).toEqual([]);
    const sized = await render([[clip(image(orange), { width: 100, height: 100, fit: 'cover' })]]);
    const points: Point[] = [
      [114, 44, ORANGE],
      [206, 136, ORANGE],
      [104, 90, BLACK],
      [160, 34, BLACK],
    ];
    expect(mismatches(sized, points)).toEqual([]);
  }, 60_000);

  it('keep what is left of a crop in its place', async () => {
    const crop = { left: 0.25, right: 0.25 };
    const left = clip({ ...image(red), crop }, { offset: { x: -0.25 } });
    const right = clip({ ...image(blue), crop }, { offset: { x: 0.25 } });
    const decoded = await render([[left], [right]]);
    expect(
      mismatches(decoded, [
        [4, 90, RED],
        [154, 90, RED],
        [166, 90, BLUE],
        [316, 90, BLUE],
      ]),
    ).toEqual([]);
  }, 60_000);

  it('move by tweens, offset upward for positive numbers', async () => {
    const offset = {
      x: [{ from: -0.25, to: 0.25, start: 0, length: 0.4 }],
      y: [{ from: 0, to: 0.25, start: 0.2, length: 0.2, interpolation: 'constant' }],
    };
    const decoded = await render([[clip(image(orange), { fit: 'none', offset })]]);
    // The center goes from 80 to 240; at 0.2 s, it is in the middle.
    expect(
      mismatches(
        decoded,
        [
          [80, 90, ORANGE],
          [130, 90, BLACK],
        ],
        0,
      ),
    ).toEqual([]);
    expect(
      mismatches(
        decoded,
        [
          [160, 90, ORANGE],
          [110, 90, BLACK],
          [210, 90, BLACK],
        ],
        5,
      ),
    ).toEqual([]);
    expect(mismatches(decoded, [[200, 90, ORANGE]], 9)).toEqual([]);
  }, 60_000);

  it('zoom in by 1.3, and turn about the place to which they are attached', async () => {
    const zoomed = await render([
      [clip(image(orange), { fit: 'none', effect: 'zoomIn', length: 1 })],
    ]);
    expect(
      mismatches(
        zoomed,
        [
          [124, 90, ORANGE],
          [114, 90, BLACK],
        ],
        0,
      ),
    ).toEqual([]);
    expect(
      mismatches(
        zoomed,
        [
          [112, 90, ORANGE],
          [104, 90, BLACK],
        ],
        24,
      ),
    ).toEqual([]);
    const turned = { fit: 'none', position: 'topLeft', offset: { x: 0.5, y: -0.5 } };
    const transform = { rotate: { angle: 90 } };
    const decoded = await render([[clip(image(orange), { ...turned, transform })]]);
    // 80x40 from (160, 90), turned right about this corner: 40 pixels to its left, and 80 down.
    expect(
      mismatches(decoded, [
        [124, 94, ORANGE],
        [156, 166, ORANGE],
        [168, 100, BLACK],
      ]),
    ).toEqual([]);
  }, 60_000);

  it('come and go by their transitions', async () => {
    const transition = { in: 'carouselLeft', out: 'reveal' };
    const decoded = await render([[clip(image(red), { length: 2, transition })]]);
    // Half a second from the right; at 0.24 s, nearly half of it is seen.
    expect(
      mismatches(
        decoded,
        [
          [130, 90, BLACK],
          [200, 90, RED],
        ],
        6,
      ),
    ).toEqual([]);
    expect(
      mismatches(
        decoded,
        [
          [4, 90, RED],
          [316, 90, RED],
        ],
        20,
      ),
    ).toEqual([]);
    // A second from right to left; at 1.5 s, most of it is gone by the easing.
    expect(
      mismatches(
        decoded,
        [
          [4, 90, RED],
          [310, 90, BLACK],
        ],
        38,
      ),
    ).toEqual([]);
    const faded = await render([[clip(image(red), { length: 2, transition: { in: 'fadeSlow' } })]]);
    expect(mismatches(faded, [[160, 90, [128, 0, 0]]], 25)).toEqual([]);
  }, 60_000);

  it('play videos from their trim, one after another', async () => {
    const blueFirst = clip({ type: 'video', src: video, trim: 1 }, { length: 0.4 });
    const whole = clip({ type: 'video', src: video, volume: 0 }, { start: 'auto', length: 'auto' });
    const title = clip(image(orange), { start: 'auto', length: 0.2, scale: 0.5 });
    const decoded = await render([[blueFirst, whole, title]]);
    expect(decoded.frames).toBe(10 + 50 + 5);
    expect(mismatches(decoded, [[160, 90, BLUE]], 5)).toEqual([]);
    expect(mismatches(decoded, [[160, 90, RED]], 12)).toEqual([]);
    expect(mismatches(decoded, [[160, 90, BLUE]], 45)).toEqual([]);
    expect(
      mismatches(
        decoded,
        [
          [160, 90, ORANGE],
          [20, 20, BLACK],
        ],
        62,
      ),
    ).toEqual([]);
  }, 60_000);

  it('last as long as a sound whose length they take', async () => {
    const sound = clip({ type: 'audio', src: tone }, { alias: 'tone', length: 'auto' });
    const seen = clip(image(red), { start: 'alias://tone', length: 'alias://tone' });
    const decoded = await render([[seen], [sound]]);
    expect(decoded.frames).toBe(15);
    expect(mismatches(decoded, [[160, 90, RED]], 14)).toEqual([]);
  }, 60_000);

  it('show what a luma matte leaves, as long as it lasts', async () => {
    const still = await render([
      [clip({ type: 'luma', src: half }), clip(image(red))],
      [clip(image(blue))],
    ]);
    expect(
      mismatches(still, [
        [40, 90, RED],
        [280, 90, BLUE],
      ]),
    ).toEqual([]);
    const black = clip({ type: 'luma', src: wipe }, { start: 0.2, length: 0.2 });
    const decoded = await render([
      [black, clip(image(red), { length: 0.6 })],
      [clip(image(blue), { length: 0.6 })],
    ]);
    expect(mismatches(decoded, [[160, 90, RED]], 3)).toEqual([]);
    expect(mismatches(decoded, [[160, 90, BLUE]], 7)).toEqual([]);
    expect(mismatches(decoded, [[160, 90, RED]], 12)).toEqual([]);
  }, 60_000);

  it('have texts in their box, over its color, and shapes in the middle of their area', async () => {
    const text = {
      ...{ type: 'text', text: '████', width: 120, height: 40 },
      font: { family: 'Inter', size: 20, color: '#ff0000', weight: 900 },
      alignment: { horizontal: 'left', vertical: 'center' },
      background: { color: '#0000ff' },
    };
    const shape = {
      ...{ type: 'shape', shape: 'rectangle', width: 100, height: 60 },
      ...{ rectangle: { width: 60, height: 20 }, fill: { color: '#ffffff' } },
    };
    const decoded = await render([
      [clip(text, { position: 'topLeft', offset: { x: 0.125, y: -0.1 } })],
      [clip(shape, { position: 'bottomRight' })],
    ]);
    // The text box is at (40, 18), and the area of the shape at (220, 120).
    const points: Point[] = [
      ...([
        [44, 22, BLUE],
        [154, 54, BLUE],
        [34, 38, BLACK],
        [166, 38, BLACK],
      ] as const),
      ...([
        [48, 38, RED],
        [150, 38, BLUE],
        [244, 144, WHITE],
        [296, 156, WHITE],
      ] as const),
      ...([
        [234, 150, BLACK],
        [306, 150, BLACK],
        [270, 134, BLACK],
      ] as const),
    ];
    expect(mismatches(decoded, points)).toEqual([]);
  }, 60_000);

  it('have the text of HTML where its position and its styles put it', async () => {
    const html = {
      ...{ type: 'html', html: '<p>████</p>', width: 160, height: 60, position: 'bottom' },
      css: 'p { color: #ff0000; font-size: 20px; font-family: Inter; text-align: right; }',
      background: '#ff0000ff',
    };
    const decoded = await render([[clip(html, { position: 'top' })]]);
    const points: Point[] = [
      ...([
        [84, 4, BLUE],
        [236, 10, BLUE],
        [76, 30, BLACK],
        [160, 66, BLACK],
      ] as const),
      ...([
        [232, 48, RED],
        [100, 48, BLUE],
      ] as const),
    ];
    expect(mismatches(decoded, points)).toEqual([]);
  }, 60_000);
});
