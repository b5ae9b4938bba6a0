import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Color, type DecodedVideo, distance, Renders } from '../support/renders.js';

const BACKGROUND: Color = [32, 64, 96];
const ORANGE: Color = [255, 128, 0];
const BLUE: Color = [0, 0, 255];

type Seen = readonly [x: number, y: number, color: Color];

/** Twice as wide as high: orange on the left, blue on the right, and empty below the middle. */
const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="20" height="10" fill="#FF8000"/><rect x="20" width="20" height="10" fill="#00F"/></svg>';

/** By name: the fields of an image, and the colors at places of a frame. */
const CASES: Readonly<Record<string, readonly [fields: object, ...seen: Seen[]]>> = {
  'fills its box, and is empty where nothing is drawn': [
    { x: 0, y: 0, width: 160, height: 80 },
    [72, 20, ORANGE],
    [88, 20, BLUE],
    [40, 32, ORANGE],
    [40, 50, BACKGROUND],
  ],
  'may be in its address': [
    { src: `data:image/svg+xml,${DRAWING}`, x: 0, y: 0, width: 160, height: 80 },
    [72, 20, ORANGE],
    [88, 20, BLUE],
    [40, 50, BACKGROUND],
  ],
  'may be there without its namespace': [
    {
      src: `data:image/svg+xml,${DRAWING.replace(/ xmlns="[^"]*"/, '')}`,
      ...{ x: 0, y: 0, width: 160, height: 80 },
    },
    [72, 20, ORANGE],
    [40, 50, BACKGROUND],
  ],
  'has the size of its view box': [
    { resize: 'none', x: 0, y: 0 },
    [16, 4, ORANGE],
    [36, 4, BLUE],
    [46, 4, BACKGROUND],
    [16, 14, BACKGROUND],
  ],
  'is cut in pixels of that size': [
    { resize: 'none', x: 0, y: 0, crop: { x: 10, y: 0, width: 20, height: 10 } },
    [4, 4, ORANGE],
    [15, 4, BLUE],
    [26, 4, BACKGROUND],
  ],
};

describe('SVG drawings', () => {
  let renders: Renders;
  let video: DecodedVideo;

  beforeAll(async () => {
    renders = await Renders.start();
    const src = join(renders.dir, 'drawing.svg');
    await writeFile(src, DRAWING);
    video = await renders.renderAndDecode({
      ...{ width: 160, height: 90, fps: 10 },
      scenes: Object.values(CASES).map(([fields]) => ({
        duration: 0.5,
        'background-color': '#204060',
        elements: [{ type: 'image', src, ...fields }],
      })),
    });
  }, 120_000);

  afterAll(() => renders.stop());

  it.each(Object.keys(CASES))('a drawing %s', (name) => {
    const [, ...wanted] = CASES[name]!;
    const frame = Object.keys(CASES).indexOf(name) * 5 + 4;
    const seen = wanted.map(([x, y]) => video.at(frame, x, y));
    const far = seen.map((color, index) => distance(color, wanted[index]![2]));
    expect({ seen, close: Math.max(...far) <= 8 }).toEqual({ seen, close: true });
  });
});
