import { pathErrors } from '../../bench/render/mark.js';
import { liveProcessCount } from '../../src/engine/ffmpeg/run-process.js';
import { luma, marksOf, MovedFrames } from '../support/moved-frames.js';

const { WIDTH } = MovedFrames;
const way = (n: number) => n / 60;
const linear = (from: number, to: number, easing = 'linear') => [
  { time: 0, value: from },
  { time: 'end', value: to, easing },
];

describe('groups that move', () => {
  let moved: MovedFrames;

  beforeAll(async () => {
    moved = await MovedFrames.open();
  });

  afterAll(() => moved.close());

  const framesOf = (elements: readonly object[], more: object = {}) =>
    moved.framesOf(elements, more);
  const image = (more: object) => ({
    ...{ type: 'image', src: moved.mark, width: 160, height: 90 },
    ...more,
  });
  const film = (more: object) => ({ type: 'video', src: moved.film, ...more });
  const group = (elements: readonly object[], more: object) => ({
    ...{ type: 'group', elements, width: 200, height: 120 },
    ...more,
  });
  const dark = { type: 'shape', fill: '#000010', width: 30, height: 20, x: 4, y: 4 };

  it.each<[string, () => object, (n: number) => readonly [number, number]]>([
    [
      'a group of pictures that stay',
      () =>
        group([image({ x: 20, y: 16 }), dark], {
          keyframes: { x: linear(30, 45), y: linear(20, 24.5) },
        }),
      (n) => [30 + 20 + 80 + 15 * way(n), 20 + 16 + 45 + 4.5 * way(n)],
    ],
    [
      'a group of pictures of which one moves',
      () =>
        group([dark, image({ y: 16, keyframes: { x: linear(20, 30) } })], {
          x: 40,
          y: 30,
          keyframes: { rotation: linear(0, 20) },
          anchor: { x: 0, y: 0 },
        }),
      (n) => {
        const [x, y] = [100 + 10 * way(n), 61];
        const angle = Math.atan2(y, x) + (Math.PI / 9) * way(n);
        return [40 + Math.hypot(x, y) * Math.cos(angle), 30 + Math.hypot(x, y) * Math.sin(angle)];
      },
    ],
    [
      'a group in a group, which both move',
      () =>
        group(
          [
            dark,
            group([image({ x: 0, y: 0, keyframes: { y: linear(0, 4) } })], {
              ...{ width: 160, height: 100, x: 10, y: 10 },
              keyframes: { x: linear(10, 20) },
            }),
          ],
          { x: 40, y: 30, keyframes: { scale: linear(0.8, 1.2) }, anchor: { x: 0, y: 0 } },
        ),
      (n) => {
        const scale = 0.8 + 0.4 * way(n);
        return [40 + scale * (90 + 10 * way(n)), 30 + scale * (55 + 4 * way(n))];
      },
    ],
  ])('%s: it stays evenly within a tenth of a pixel of its path', async (_, element, path) => {
    const frames = await framesOf([element()]);
    expect(frames).toHaveLength(60);
    const { place, step } = pathErrors(
      marksOf(frames),
      frames.map((__, n) => path(n)),
    );
    expect(place).toBeLessThan(0.1);
    expect(step).toBeLessThan(0.05);
  });

  it('show the frames of their videos in order', async () => {
    const [still, shifted] = [
      await framesOf([group([film({ width: 160, height: 90 })], { x: 80, y: 40 })]),
      await framesOf([
        group([film({ width: 160, height: 90 })], {
          ...{ x: 80, y: 40 },
          keyframes: { x: linear(80, 110, 'steps(15)') },
        }),
      ]),
    ];
    shifted.forEach((frame, n) => {
      const shift = 2 * Math.floor(n / 4 + 1e-9);
      let off = 0;
      for (let y = 60; y < 140; y++) {
        for (let x = 104; x < 256; x++) {
          off = Math.max(off, Math.abs(frame[y * WIDTH + x + shift]! - still[n]![y * WIDTH + x]!));
        }
      }
      expect([n, off <= 2]).toEqual([n, true]);
    });
    expect(liveProcessCount()).toBe(0);
  });

  it('are cut by round corners and a mask, and have a border, while they move', async () => {
    const white = { type: 'shape', fill: '#FFFFFF' };
    const [frame] = await framesOf([
      group([white], {
        ...{ width: 100, height: 100, x: 100, y: 40 },
        'corner-radius': 40,
        'border-width': 10,
        'border-color': '#000000',
        keyframes: { scale: [{ time: 0, value: 1.5 }] },
      }),
    ]);
    const at = (x: number, y: number) => luma(frame!)[y * WIDTH + x]!;
    // The box lies from (75, 15) to (225, 165). Its border is 15 pixels wide.
    expect(at(150, 90)).toBeGreaterThan(230);
    expect(at(80, 90)).toBeLessThan(25);
    expect(at(94, 90)).toBeGreaterThan(225);
    expect(at(150, 20)).toBeLessThan(25);
    const [masked] = await framesOf([
      group([white], {
        ...{ width: 100, height: 100, x: 100, y: 40 },
        mask: { shape: 'circle', width: '50%', x: 0 },
        keyframes: { scale: [{ time: 0, value: 1.5 }] },
      }),
    ]);
    const seen = (x: number, y: number) => luma(masked!)[y * WIDTH + x]!;
    expect(seen(112, 90)).toBeGreaterThan(225);
    expect(seen(160, 90)).toBeLessThan(25);
    expect(seen(80, 40)).toBeLessThan(25);
  });

  it.each(['ken-burns', 'pan'])('cut and frame a picture whose view moves: %s', async (animate) => {
    const picture = film({
      ...{ width: 160, height: 90, x: 80, y: 45, animate },
      'border-width': 6,
      'border-color': '#FFFFFF',
      mask: { width: '50%' },
      keyframes: { x: linear(80, 100) },
    });
    const frames = await framesOf([picture]);
    for (const n of [0, 30, 59]) {
      const at = (x: number, y: number) => luma(frames[n]!)[y * WIDTH + x]!;
      const left = 80 + (20 * n) / 60;
      // The border on the left shows, and nothing of the right half.
      expect(at(Math.round(left) + 3, 90)).toBeGreaterThan(228);
      expect([at(Math.round(left) + 84, 90), at(Math.round(left) + 157, 90)]).toEqual([16, 16]);
    }
    expect(frames[30]!.equals(frames[31]!)).toBe(false);
  });

  it('look the same if every frame is made', async () => {
    const rests = (from: number, to: number) => [
      { time: 0.2, value: from },
      { time: 0.6, value: to, easing: 'back-out' },
    ];
    const text = { type: 'text', text: 'to be', settings: { 'font-size': 30 }, x: 20, y: 10 };
    const elements = [
      film({ duration: 0.4, width: 60, keyframes: { y: rests(0, 30) } }),
      group(
        [
          image({ start: 1, x: 20, y: 10 }),
          { ...dark, start: 0.4, 'animate-in': 'pop' },
          { ...text, keyframes: { scale: rests(0.5, 1.2) } },
        ],
        {
          ...{ x: 20, y: 10, start: 0.1, 'shadow-blur': 4, 'animate-out': 'wipe' },
          keyframes: { rotation: rests(0, 25) },
        },
      ),
      { ...text, y: 90, keyframes: { x: rests(0, 60), blur: rests(3, 0) }, rotate: 12 },
      { ...dark, fill: '#4080C0', x: 90, blend: 'screen', keyframes: { y: rests(50, 60) } },
    ];
    const planned = await framesOf(elements);
    const { plan } = await moved.planOf(elements);
    expect(plan.segments.some(({ repeats }) => repeats !== null)).toBe(true);
    const every = await moved.framesOf(elements, {}, true);
    expect(planned).toHaveLength(every.length);
    const off = planned.map((frame, n) => {
      const own = luma(frame);
      const other = luma(every[n]!);
      return own.reduce((most, sample, at) => Math.max(most, Math.abs(sample - other[at]!)), 0);
    });
    // A group that rests is rounded as one picture, and else with each of its frames.
    expect(Math.max(...off)).toBeLessThanOrEqual(1);
  });

  it('let only frames that change be encoded', async () => {
    const { plan } = await moved.planOf([
      group([image({ start: 1 }), dark], {
        keyframes: {
          x: [
            { time: 0, value: 0 },
            { time: 0.2, value: 50 },
          ],
        },
      }),
    ]);
    expect(plan.segments.flatMap(({ repeats }) => repeats)).toEqual([1, 1, 1, 1, 1, 1, 24, 30]);
  });

  it('leave no process behind if the video ends early', async () => {
    const inner = group([film({ keyframes: { scale: linear(1, 1.2) } })], {
      keyframes: { rotation: linear(0, 20) },
    });
    const outer = group([inner], { animate: 'wiggle' });
    await framesOf([outer], { scenes: [{ duration: 0.3, elements: [outer] }] });
    expect(liveProcessCount()).toBe(0);
  });
});
