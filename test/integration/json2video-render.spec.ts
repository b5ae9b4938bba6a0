import { type Color, type DecodedVideo, Renders } from '../support/renders.js';

const BLACK: Color = [0, 0, 0];
const ORANGE: Color = [255, 165, 0];
const BLUE: Color = [0, 0, 255];
const RED: Color = [255, 0, 0];

type Point = readonly [x: number, y: number, color: Color];

/** Movies of JSON2Video, of which the pixels are where its documentation puts them. */
describe('movies of JSON2Video', () => {
  let renders: Renders;
  let orange: string;
  let blue: string;
  let video: string;

  beforeAll(async () => {
    renders = await Renders.start();
    orange = await renders.source('orange.png', 'color=orange:size=100x60');
    blue = await renders.source('blue.png', 'color=blue:size=40x80');
    video = await renders.source('red.mp4', 'color=red:size=160x90:rate=25:duration=1');
  });

  afterAll(() => renders.stop());

  const movie = (more: object) => ({
    ...{ format: 'json2video', resolution: 'custom', width: 640, height: 360, quality: 'high' },
    ...more,
  });

  /** The points whose color in the first frame is another one. */
  const mismatches = (decoded: DecodedVideo, points: readonly Point[]) =>
    points.flatMap(([x, y, color]) => {
      const found = decoded.at(0, x, y);
      const distance = Math.max(...found.map((part, index) => Math.abs(part - color[index]!)));
      return distance < 40 ? [] : [{ x, y, found: found.map(Math.round), color }];
    });

  it('have pictures in their own size at their coordinates', async () => {
    const elements = [
      { type: 'image', src: orange, x: 200, y: 100 },
      { type: 'image', src: blue },
    ];
    const decoded = await renders.renderAndDecode(movie({ scenes: [{ duration: 0.2, elements }] }));
    const points: Point[] = [
      ...([
        [204, 104, ORANGE],
        [296, 156, ORANGE],
        [194, 130, BLACK],
        [306, 130, BLACK],
      ] as const),
      ...([
        [250, 94, BLACK],
        [250, 166, BLACK],
        [4, 4, BLUE],
        [36, 76, BLUE],
        [46, 40, BLACK],
      ] as const),
    ];
    expect(mismatches(decoded, points)).toEqual([]);
  }, 60_000);

  it('have presets 5 % off the edges, whatever the coordinates say', async () => {
    const elements = [
      { type: 'image', src: orange, position: 'bottom-right', x: 5, y: 5 },
      { type: 'image', src: blue, position: 'top-left' },
    ];
    const decoded = await renders.renderAndDecode(movie({ scenes: [{ duration: 0.2, elements }] }));
    // 5% of 640 are 32, and 5% of 360 are 18.
    const points: Point[] = [
      ...([
        [512, 286, ORANGE],
        [604, 338, ORANGE],
        [502, 310, BLACK],
        [612, 310, BLACK],
      ] as const),
      ...([
        [560, 276, BLACK],
        [560, 348, BLACK],
        [36, 22, BLUE],
        [68, 94, BLUE],
        [26, 40, BLACK],
      ] as const),
    ];
    expect(mismatches(decoded, points)).toEqual([]);
  }, 60_000);

  it('have texts off the edges, and in their canvas', async () => {
    const settings = {
      'font-size': '40px',
      color: '#FF0000',
      'text-shadow': 'none',
      'font-weight': 900,
    };
    const elements = [
      { type: 'text', text: '████', position: 'bottom-center', settings },
      { type: 'text', text: '████', x: 400, y: 20, width: 200, height: 60, settings },
    ];
    const decoded = await renders.renderAndDecode(movie({ scenes: [{ duration: 0.2, elements }] }));
    const rows = (from: number, to: number, x: number) =>
      Array.from({ length: to - from }, (_, index) => decoded.at(0, x, from + index)).filter(
        ([red]) => red > 128,
      ).length;
    // Letters above the gap of 18 pixels at the bottom, and none in it.
    expect(rows(290, 342, 320)).toBeGreaterThan(20);
    expect(rows(344, 360, 320)).toBe(0);
    expect(rows(20, 80, 500)).toBeGreaterThan(20);
    expect(rows(90, 180, 500)).toBe(0);
  }, 60_000);

  it('are as long as their scenes, whose lengths are those of their elements', async () => {
    const clip = { type: 'video', src: video, muted: true };
    const still = { type: 'image', src: orange, duration: 0.4, 'extra-time': 0.2 };
    const lengths = async (more: object) => (await renders.renderAndDecode(movie(more))).frames;
    expect(await lengths({ scenes: [{ elements: [still] }, { elements: [clip] }] })).toBe(15 + 25);
    expect(await lengths({ scenes: [{ elements: [] }], elements: [clip] })).toBe(25);
    const short = { duration: 0.4, elements: [] };
    expect(await lengths({ scenes: [short], elements: [{ ...clip, start: 0.2 }] })).toBe(30);
  }, 120_000);

  it('have a movie element over all scenes at its place', async () => {
    const elements = [{ type: 'video', src: video, x: 300, y: 200 }];
    const scenes = [{ elements: [{ type: 'image', src: blue, resize: 'cover' }] }];
    const decoded = await renders.renderAndDecode(movie({ scenes, elements }));
    const points: Point[] = [
      ...([
        [304, 204, RED],
        [456, 286, RED],
        [294, 240, BLUE],
        [466, 240, BLUE],
        [4, 4, BLUE],
      ] as const),
    ];
    expect(mismatches(decoded, points)).toEqual([]);
    expect(decoded.frames).toBe(25);
  }, 60_000);
});
