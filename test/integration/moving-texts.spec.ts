import { pathErrors } from '../../bench/render/mark.js';
import {
  type Matrix,
  mapPoint,
  multiply,
  rotation,
  scaling,
  skewing,
  translation,
} from '../../src/core/motion/matrix.js';
import { luma, marksOf, MovedFrames } from '../support/moved-frames.js';

const { WIDTH } = MovedFrames;
const BOX = { x: 80, y: 60, width: 160, height: 60 };
const CENTER = [160, 90] as const;
const way = (n: number) => n / 60;
const linear = (from: number, to: number, easing = 'linear') => [
  { time: 0, value: from },
  { time: 'end', value: to, easing },
];
const still = (value: number) => [{ time: 0, value }];
const about = ([x, y]: readonly [number, number], ...maps: readonly Matrix[]) =>
  multiply(translation(x, y), ...maps, translation(-x, -y));

describe('texts that move', () => {
  let moved: MovedFrames;

  beforeAll(async () => {
    moved = await MovedFrames.open();
  });

  afterAll(() => moved.close());

  const text = (more: object) => ({
    ...{ type: 'text', text: 'Lorem', settings: { 'font-size': 40 }, ...BOX },
    ...more,
  });
  const framesOf = (elements: readonly object[]) => moved.framesOf(elements);
  const placeOf = async (element: object) => marksOf((await framesOf([element])).slice(0, 1))[0]!;

  it.each<[string, object, (n: number) => Matrix]>([
    [
      'a slow move',
      { keyframes: { x: linear(80, 89), y: linear(60, 62.5) } },
      (n) => translation(9 * way(n), 2.5 * way(n)),
    ],
    [
      'a turn about a corner',
      { keyframes: { rotation: linear(0, 30) }, anchor: { x: 0, y: 0 } },
      (n) => about([BOX.x, BOX.y], rotation(30 * way(n))),
    ],
    [
      'a growth',
      { keyframes: { scale: linear(0.6, 1.6) }, anchor: { x: 0.5, y: 1 } },
      (n) => about([160, 120], scaling(0.6 + way(n), 0.6 + way(n))),
    ],
    [
      'a skew of a turned text',
      { keyframes: { 'skew-x': linear(-15, 15) }, rotate: 20, anchor: { x: 0.5, y: 1 } },
      (n) => about([160, 120], rotation(20), skewing(-15 + 30 * way(n), 0)),
    ],
    [
      'a swing',
      { animate: { style: 'spin', angle: 90 }, scale: 0.9 },
      (n) => about(CENTER, rotation(90 * way(n)), scaling(0.9, 0.9)),
    ],
  ])('%s stays evenly within a seventh of a pixel of its path', async (_, more, map) => {
    // A text with keyframes that keep it where it is.
    const [x, y] = await placeOf(text({ keyframes: { x: still(BOX.x) } }));
    const frames = await framesOf([text(more)]);
    expect(frames).toHaveLength(60);
    const { place, step } = pathErrors(
      marksOf(frames),
      frames.map((__, n) => mapPoint(map(n), x, y)),
    );
    expect(place).toBeLessThan(0.15);
    expect(step).toBeLessThan(0.15);
  });

  it('are as sharp when they are large as with a large font', async () => {
    const [large] = await framesOf([text({ settings: { 'font-size': 80 }, width: 320, x: 0 })]);
    const [scaled] = await framesOf([text({ scale: 2 })]);
    const apart = luma(large!).reduce(
      (sum, sample, at) => sum + Math.abs(sample - luma(scaled!)[at]!),
      0,
    );
    const ink = luma(large!).reduce((sum, sample) => sum + sample - 16, 0);
    expect(apart / ink).toBeLessThan(0.03);
  });

  const ink = (frame: Buffer) => luma(frame).reduce((sum, sample) => sum + (sample - 16) / 219, 0);

  it('fade, are cropped, blurred, and cut by a circle', async () => {
    const box = text({ text: ' . ', settings: { 'font-size': 8, 'box-color': '#FFFFFF' } });
    const one = async (keyframes: object, more: object = {}) =>
      (await framesOf([{ ...box, keyframes, ...more }]))[0]!;
    expect(Math.abs(ink(await one({})) - 160 * 60)).toBeLessThan(60);
    expect(Math.abs(ink(await one({ opacity: still(0.5) })) - 80 * 60)).toBeLessThan(60);
    const half = await one({ 'crop-left': still(0.5) }, { rotate: 90 });
    // The left half is above after the turn. Nothing is left of a dot.
    const rows = [30, 70, 110, 150].map((y) => luma(half)[y * WIDTH + 140]! > 200);
    expect(rows).toEqual([false, false, true, true]);
    const blurred = await one({ blur: still(6) });
    expect(Math.abs(ink(blurred) - 160 * 60)).toBeLessThan(200);
    // At an edge, half of it is left, and one deviation outside of it 16 %.
    const at = (x: number, y: number) => (luma(blurred)[y * WIDTH + x]! - 16) / 219;
    expect(Math.abs(at(160, 60) - 0.5)).toBeLessThan(0.06);
    expect(Math.abs(at(160, 54) - 0.16)).toBeLessThan(0.06);
  });

  it.each(['carousel', 'wipe', 'circular-wipe', 'squash', 'bounce', 'shake', 'wiggle', 'blur'])(
    'have the entrance %s of other elements, whole and by letter',
    async (style) => {
      const rest = ink((await framesOf([text({})]))[0]!);
      const part = { 'animate-in': { style, duration: 0.8 } };
      const whole = await framesOf([text(part)]);
      const letters = await framesOf([
        text({ 'animate-in': { style, duration: 0.8, by: 'letter' } }),
      ]);
      for (const frames of [whole, letters]) {
        expect(Math.abs(ink(frames[40]!) - rest)).toBeLessThan(rest * 0.01);
        expect(frames[6]!.equals(frames[40]!)).toBe(false);
      }
      expect(whole[6]!.equals(letters[6]!)).toBe(false);
    },
  );

  it('wipe from edge to edge', async () => {
    const wipe = { style: 'wipe', direction: 'right', duration: 1 };
    const box = text({ text: ' . ', settings: { 'font-size': 8, 'box-color': '#FFFFFF' } });
    const frames = await framesOf([{ ...box, 'animate-in': wipe }]);
    for (const n of [5, 14, 22]) {
      expect(Math.abs(ink(frames[n]!) / 60 - (160 * (n + 1)) / 31)).toBeLessThan(1);
    }
  });

  it('keep the drawings of an even move few', async () => {
    const { plan } = await moved.planOf([
      text({ keyframes: { y: linear(160, -60) }, text: 'Lorem\nipsum' }),
    ]);
    const [{ stack }] = plan.segments as [(typeof plan.segments)[number]];
    const [drawing] = stack.layers;
    if (drawing?.kind !== 'drawing') throw new Error('expected a drawing');
    const shapes = new Set(drawing.document.match(/\\p5\}(.*)/g));
    expect(shapes.size).toBeLessThanOrEqual(2 * 16);
  });

  it('let only frames that change be drawn', async () => {
    const keyframes = {
      x: [
        { time: 0, value: 0 },
        { time: 0.2, value: 50 },
      ],
    };
    const { plan } = await moved.planOf([text({ keyframes })]);
    expect(plan.segments.flatMap(({ repeats }) => repeats)).toEqual([1, 1, 1, 1, 1, 1, 54]);
  });
});
