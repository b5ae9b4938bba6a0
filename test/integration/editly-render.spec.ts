import { type Color, type DecodedVideo, Renders } from '../support/renders.js';

const BLACK: Color = [0, 0, 0];
const WHITE: Color = [255, 255, 255];
const RED: Color = [255, 0, 0];
const BLUE: Color = [0, 0, 255];
const ORANGE: Color = [255, 165, 0];

type Point = readonly [x: number, y: number, color: Color];

const FRAME = { width: 320, height: 180, fps: 25 };

/** Specs of editly, whose pixels are where its documentation puts them. */
describe('specs of editly', () => {
  let renders: Renders;
  let orange: string;
  let marked: string;
  let video: string;

  beforeAll(async () => {
    renders = await Renders.start();
    orange = await renders.source('orange.png', 'color=orange:size=100x60');
    // A white square in the middle of a black picture.
    const square = 'color=black:size=320x180,drawbox=x=120:y=50:w=80:h=80:color=white:t=fill';
    marked = await renders.source('marked.png', square);
    const halves = ['red', 'blue'].map((color) => `color=${color}:size=80x80:rate=25:duration=1`);
    video = await renders.source('halves.mp4', `${halves.join('[a];')}[b];[a][b]concat`);
  });

  afterAll(() => renders.stop());

  const render = (more: object) => renders.renderAndDecode({ ...FRAME, outPath: 'a.mp4', ...more });
  const clip = (duration: number | undefined, ...layers: object[]) => ({ duration, layers });
  const fill = (color: string) => ({ type: 'fill-color', color });

  /** The points whose color in a frame is another one. */
  const mismatches = (decoded: DecodedVideo, frame: number, points: readonly Point[]) =>
    points.flatMap(([x, y, color]) => {
      const found = decoded.at(frame, x, y);
      const far = Math.max(...found.map((part, index) => Math.abs(part - color[index]!)));
      return far < 40 ? [] : [{ x, y, found: found.map(Math.round), color }];
    });

  it('have the size and the frame rate of their first video', async () => {
    const layers = [{ type: 'video', path: video, cutTo: 0.2 }];
    const decoded = await renders.renderAndDecode({ clips: [{ layers }] });
    expect([decoded.width, decoded.height, decoded.frames]).toEqual([80, 80, 5]);
    expect(renders.warnings).toEqual([]);
  }, 60_000);

  it('have videos in their boxes, as their resize mode says', async () => {
    const layer = { type: 'video', path: video, cutTo: 1, width: 0.5, height: 0.5 };
    const layers = [
      fill('white'),
      { ...layer, resizeMode: 'contain' },
      { ...layer, resizeMode: 'stretch', left: 1, originX: 'right' },
      { ...layer, resizeMode: 'contain', left: 1, top: 1, originX: 'right', originY: 'bottom' },
    ];
    const decoded = await render({ clips: [clip(0.4, ...layers)] });
    // A square in a box of 160x90 leaves 35 pixels at each side.
    expect(
      mismatches(decoded, 0, [
        ...([
          [30, 45, WHITE],
          [42, 45, RED],
          [118, 45, RED],
          [130, 45, WHITE],
        ] as const),
        ...([
          [166, 6, RED],
          [314, 84, RED],
          [240, 98, RED],
          [188, 135, WHITE],
          [292, 135, WHITE],
        ] as const),
        [80, 135, WHITE],
      ]),
    ).toEqual([]);
  }, 60_000);

  it('have pictures at named positions and at points, by any of their corners', async () => {
    const overlay = (width: number, position: unknown) => ({
      ...{ type: 'image-overlay', path: orange, width, position },
    });
    const layers = [
      fill('white'),
      overlay(0.1, 'top-left'),
      overlay(0.1, 'bottom'),
      overlay(0.25, { x: 0.95, y: 0.5, originX: 'right', originY: 'bottom' }),
    ];
    const decoded = await render({ clips: [clip(0.2, ...layers)] });
    // 32x19 pixels, 16 and 9 off the edges; 80x48 pixels that end at (304, 90).
    expect(
      mismatches(decoded, 0, [
        ...([
          [19, 12, ORANGE],
          [45, 25, ORANGE],
          [12, 18, WHITE],
          [52, 18, WHITE],
          [30, 32, WHITE],
        ] as const),
        ...([
          [160, 168, ORANGE],
          [160, 155, ORANGE],
          [160, 175, WHITE],
          [138, 162, WHITE],
        ] as const),
        ...([
          [228, 46, ORANGE],
          [300, 86, ORANGE],
          [220, 66, WHITE],
          [308, 66, WHITE],
          [264, 94, WHITE],
          [264, 36, WHITE],
        ] as const),
      ]),
    ).toEqual([]);
  }, 60_000);

  it('have videos that take the time of their clip, or give it theirs', async () => {
    const layer = { type: 'video', path: video, resizeMode: 'cover' };
    const fast = await render({ clips: [clip(0.5, layer)] });
    expect(fast.frames).toBe(13);
    expect(mismatches(fast, 2, [[160, 90, RED]])).toEqual([]);
    expect(mismatches(fast, 10, [[160, 90, BLUE]])).toEqual([]);
    const slow = await render({ clips: [clip(2, { ...layer, cutFrom: 0.8, cutTo: 1.2 })] });
    expect(mismatches(slow, 22, [[160, 90, RED]])).toEqual([]);
    expect(mismatches(slow, 28, [[160, 90, BLUE]])).toEqual([]);
    const cut = await render({ clips: [clip(undefined, { ...layer, cutFrom: 0.4, cutTo: 1.2 })] });
    expect(cut.frames).toBe(20);
    const whole = await render({ clips: [clip(undefined, { ...layer, cutTo: 58 })] });
    expect(whole.frames).toBe(50);
  }, 120_000);

  it('have transitions of at most half of a clip', async () => {
    const transition = { name: 'fade', duration: 2 };
    const clips = [clip(1, fill('red')), clip(1, fill('blue')), clip(2, fill('red'))];
    const decoded = await render({ defaults: { transition }, clips });
    expect(decoded.frames).toBe(75);
    expect(mismatches(decoded, 0, [[160, 90, RED]])).toEqual([]);
    expect(mismatches(decoded, 25, [[160, 90, BLUE]])).toEqual([]);
    expect(mismatches(decoded, 74, [[160, 90, RED]])).toEqual([]);
  }, 60_000);

  /** What a gradient of two colors is at a share of its way. */
  const mixed = (from: Color, to: Color, share: number) =>
    from.map((part, index) => part + (to[index]! - part) * Math.min(1, share)) as unknown as Color;

  it('have gradients that begin outside of the frame, and turn or grow', async () => {
    const colors = ['#FF0000', '#0000FF'];
    const layer = { colors };
    const { width, height } = FRAME;
    const linear = await render({ clips: [clip(1, { type: 'linear-gradient', ...layer })] });
    // From (-W/2, -H/2) to the middle of the frame.
    const along = (x: number, y: number) =>
      ((x + width / 2) * width + (y + height / 2) * height) / (width ** 2 + height ** 2);
    const points = [
      [4, 4],
      [160, 4],
      [4, 170],
      [80, 45],
      [300, 160],
    ] as const;
    const expected = points.map(([x, y]): Point => [x, y, mixed(RED, BLUE, along(x, y))]);
    expect(mismatches(linear, 0, expected)).toEqual([]);
    const radial = await render({ clips: [clip(1, { type: 'radial-gradient', ...layer })] });
    const around = (x: number, y: number, radius: number) =>
      Math.hypot(x - width / 2, y - height / 2) / (radius * width);
    const from = points.map(([x, y]): Point => [x, y, mixed(RED, BLUE, around(x, y, 0.6))]);
    const to = points.map(([x, y]): Point => [x, y, mixed(RED, BLUE, around(x, y, 1.2))]);
    expect(mismatches(radial, 0, from)).toEqual([]);
    expect(mismatches(radial, 24, to)).toEqual([]);
  }, 120_000);

  it('have the colors of the rainbow', async () => {
    const decoded = await render({ clips: [clip(1, { type: 'rainbow-colors' })] });
    const at = (x: number, y: number, progress: number): Point => {
      const red = Math.min(1, (320 - x) / 180);
      return [x, y, [255 * red, 255 * (1 - y / 180), 255 * Math.sin(progress)]];
    };
    const corners = [
      [10, 10],
      [310, 10],
      [230, 90],
      [310, 170],
      [10, 170],
    ] as const;
    const points = (progress: number) => corners.map(([x, y]) => at(x, y, progress));
    expect(mismatches(decoded, 0, points(0))).toEqual([]);
    expect(mismatches(decoded, 24, points(1))).toEqual([]);
  }, 60_000);

  it('have pictures that grow slowly, stand still, or move to a side', async () => {
    const picture = (more: object) => ({
      type: 'image',
      path: marked,
      resizeMode: 'cover',
      ...more,
    });
    const edges = (decoded: DecodedVideo, frame: number) => {
      const row = Array.from({ length: 320 }, (_, x) => decoded.at(frame, x, 90)[0] > 128);
      return [row.indexOf(true), row.lastIndexOf(true)];
    };
    const near = (found: number[], expected: number[]) =>
      found.every((at, index) => Math.abs(at - expected[index]!) <= 1.5);
    const growing = await render({ clips: [clip(1, picture({ zoomAmount: 0.5 }))] });
    expect(near(edges(growing, 0), [120, 199])).toBe(true);
    expect(near(edges(growing, 24), [100, 219])).toBe(true);
    const still = await render({ clips: [clip(0.4, picture({ zoomDirection: null }))] });
    expect(near(edges(still, 9), [120, 199])).toBe(true);
    // 1.4 times as large, from 50 pixels left of the middle to 50 pixels right of it after the last frame.
    const moving = await render({ clips: [clip(1, picture({ zoomDirection: 'right' }))] });
    expect(near(edges(moving, 0), [54, 165])).toBe(true);
    expect(near(edges(moving, 24), [150, 261])).toBe(true);
  }, 120_000);

  it('have a blurred copy beside a picture that does not fill the frame', async () => {
    const blurred = await render({ clips: [clip(0.2, { type: 'image', path: orange })] });
    expect(
      mismatches(blurred, 0, [
        [4, 90, ORANGE],
        [316, 90, ORANGE],
      ]),
    ).toEqual([]);
    const plain = { type: 'image', path: orange, resizeMode: 'contain' };
    const bars = await render({ clips: [clip(0.2, plain)] });
    expect(
      mismatches(bars, 0, [
        [2, 90, BLACK],
        [317, 90, BLACK],
        [160, 90, ORANGE],
      ]),
    ).toEqual([]);
  }, 60_000);

  it('have subtitles in a band at the bottom, and titles of news at the top left', async () => {
    const subtitle = { type: 'subtitle', text: 'Hi', backgroundColor: '#ff0000' };
    const news = { type: 'news-title', text: 'News', backgroundColor: '#0000ff' };
    const decoded = await render({ clips: [clip(1, fill('white'), subtitle, news)] });
    // The band is a line of letters of 9 pixels between gaps of 9 pixels.
    expect(
      mismatches(decoded, 24, [
        ...([
          [4, 176, RED],
          [316, 176, RED],
          [316, 154, RED],
          [316, 144, WHITE],
        ] as const),
        ...([
          [3, 14, BLUE],
          [8, 26, BLUE],
          [3, 6, WHITE],
          [200, 20, WHITE],
          [3, 50, WHITE],
        ] as const),
      ]),
    ).toEqual([]);
    expect(mismatches(decoded, 0, [[200, 20, WHITE]])).toEqual([]);
  }, 60_000);

  it('have titles that grow from where they stand', async () => {
    const title = (position: string) => ({
      type: 'title',
      text: 'HHHHHH',
      position,
      zoomAmount: 1,
    });
    const layers = [fill('black'), title('center'), title('top')];
    const decoded = await render({ clips: [clip(1, ...layers)] });
    const inkIn = (frame: number, top: number, bottom: number) => {
      const lit = Array.from({ length: bottom - top }, (_, row) =>
        Array.from({ length: 320 }, (__, x) => decoded.at(frame, x, top + row)[0] > 128),
      );
      const columns = lit.flatMap((row) => row.flatMap((is, x) => (is ? [x] : [])));
      const rows = lit.flatMap((row, y) => (row.includes(true) ? [top + y] : []));
      return { width: Math.max(...columns) - Math.min(...columns), top: rows[0]!, rows };
    };
    const [small, large] = [inkIn(0, 60, 120), inkIn(24, 60, 120)];
    expect(large.width / small.width).toBeCloseTo(1.96, 1);
    const middle = ({ rows }: { rows: number[] }) => (rows[0]! + rows.at(-1)!) / 2;
    expect(Math.abs(middle(large) - middle(small))).toBeLessThan(3);
    const [first, last] = [inkIn(0, 0, 60), inkIn(24, 0, 60)];
    expect(last.width / first.width).toBeCloseTo(1.96, 1);
    // From 9 pixels below the edge, where the line begins.
    expect(last.top - 9).toBeGreaterThan(1.5 * (first.top - 9));
    expect(first.top).toBeGreaterThan(9);
  }, 60_000);

  it('have layers that start and stop in their clip', async () => {
    const layers = [fill('red'), { ...fill('blue'), start: 0.2, stop: 0.6 }];
    const decoded = await render({ clips: [clip(1, ...layers)] });
    for (const [frame, color] of [
      [4, RED],
      [5, BLUE],
      [14, BLUE],
      [15, RED],
    ] as const)
      expect(mismatches(decoded, frame, [[160, 90, color]])).toEqual([]);
  }, 60_000);
});
