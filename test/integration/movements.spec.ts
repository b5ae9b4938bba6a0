import { pathErrors } from '../../bench/render/mark.js';
import { easingOf } from '../../src/core/motion/easing.js';
import { liveProcessCount } from '../../src/engine/ffmpeg/run-process.js';
import { luma, marksOf, MovedFrames } from '../support/moved-frames.js';

const { WIDTH } = MovedFrames;

describe('movements', () => {
  let moved: MovedFrames;

  beforeAll(async () => {
    moved = await MovedFrames.open();
  });

  afterAll(() => moved.close());

  const framesOf = (elements: readonly object[], more: object = {}) =>
    moved.framesOf(elements, more);
  const image = (more: object) => ({
    type: 'image',
    src: moved.mark,
    width: 160,
    height: 90,
    ...more,
  });
  const linear = (from: number, to: number, easing = 'linear') => [
    { time: 0, value: from },
    { time: 'end', value: to, easing },
  ];
  const way = (n: number, name = 'linear') => easingOf(name)(n / 60);

  it.each<[string, object, (n: number) => readonly [number, number]]>([
    [
      'a slow move',
      { keyframes: { x: linear(60, 75), y: linear(40, 44.5) } },
      (n) => [140 + 15 * way(n), 85 + 4.5 * way(n)],
    ],
    [
      'an eased move',
      { keyframes: { x: linear(20, 120, 'ease-in-out') } },
      (n) => [100 + 100 * way(n, 'ease-in-out'), 90],
    ],
    [
      'a turn about a corner',
      { keyframes: { rotation: linear(0, 30) }, anchor: { x: 0, y: 0 } },
      (n) => {
        const angle = Math.atan2(45, 80) + (Math.PI / 6) * way(n);
        return [
          80 + Math.hypot(80, 45) * Math.cos(angle),
          45 + Math.hypot(80, 45) * Math.sin(angle),
        ];
      },
    ],
    [
      'a growth about a corner',
      { keyframes: { scale: linear(0.5, 1.3) }, anchor: { x: 0, y: 0 } },
      (n) => [80 + 80 * (0.5 + 0.8 * way(n)), 45 + 45 * (0.5 + 0.8 * way(n))],
    ],
    [
      'a skew',
      { keyframes: { 'skew-x': linear(-20, 20) }, anchor: { x: 0.5, y: 1 } },
      (n) => [160 - 45 * Math.tan(((-20 + 40 * way(n)) * Math.PI) / 180), 90],
    ],
  ])('%s stays evenly within a tenth of a pixel of its path', async (_, more, path) => {
    const frames = await framesOf([image(more)]);
    expect(frames).toHaveLength(60);
    const measured = marksOf(frames);
    const { place, step } = pathErrors(
      measured,
      frames.map((__, n) => path(n)),
    );
    expect(place).toBeLessThan(0.1);
    expect(step).toBeLessThan(0.05);
  });

  it('move edges by fractions of a pixel, always forward', async () => {
    const square = { type: 'shape', width: 60, height: 60, y: 60, x: 100 };
    const keyframes = { x: linear(100, 106) };
    const frames = await framesOf([{ ...square, keyframes }]);
    // What is white of a row tells where its edges are.
    const edge = (frame: Buffer, from: number, to: number) => {
      const row = frame.subarray(WIDTH * 90 + from, WIDTH * 90 + to);
      return row.reduce((sum, sample) => sum + (sample - 16) / 219, 0);
    };
    const left = frames.map((frame) => 130 - edge(frame, 80, 130));
    const right = frames.map((frame) => 130 + edge(frame, 130, 190));
    left.forEach((at, n) => {
      expect(Math.abs(at - (100 + 6 * way(n)))).toBeLessThan(0.1);
      expect(Math.abs(right[n]! - (160 + 6 * way(n)))).toBeLessThan(0.1);
      if (n > 0) expect(at).toBeGreaterThan(left[n - 1]!);
    });
  });

  it('show the frames of a video', async () => {
    const video = { type: 'video', src: moved.film, width: 160, height: 90 };
    const [still, shifted] = [
      await framesOf([{ ...video, x: 80, y: 40 }]),
      await framesOf([{ ...video, x: 80, y: 40, keyframes: { x: linear(80, 140, 'steps(30)') } }]),
    ];
    expect(shifted).toHaveLength(60);
    shifted.forEach((frame, n) => {
      const shift = 2 * Math.floor(n / 2 + 1e-9);
      let off = 0;
      for (let y = 40; y < 130; y++) {
        for (let x = 80; x < 240; x++) {
          off = Math.max(off, Math.abs(frame[y * WIDTH + x + shift]! - still[n]![y * WIDTH + x]!));
        }
      }
      expect([n, off]).toEqual([n, 0]);
    });
  });

  it('let only frames that change be encoded', async () => {
    const { plan } = await moved.planOf([
      image({
        keyframes: {
          x: [
            { time: 0, value: 0 },
            { time: 0.2, value: 50 },
            { time: 1, value: 60, easing: 'hold' },
          ],
        },
      }),
    ]);
    const pictures = plan.segments.flatMap(({ repeats }) => repeats);
    // The first frame, six frames of the move, and the jump.
    expect(pictures).toEqual([1, 1, 1, 1, 1, 1, 24, 30]);
  });

  it('are cut, turned upside down, and fade', async () => {
    const square = { type: 'shape', width: 100, height: 100, x: 100, y: 40 };
    const [frame] = await framesOf([
      { ...square, keyframes: { 'crop-right': [{ time: 0, value: '25%' }] } },
    ]);
    expect([...luma(frame!).subarray(WIDTH * 80 + 173, WIDTH * 80 + 177)]).toEqual([
      235, 235, 16, 16,
    ]);
    const half = await framesOf([{ ...square, keyframes: { opacity: [{ time: 0, value: 0.5 }] } }]);
    expect(Math.abs(luma(half[0]!)[WIDTH * 80 + 150]! - 125.5)).toBeLessThan(2);
  });

  it('leave no process behind if the video ends early', async () => {
    const video = { type: 'video', src: moved.film, keyframes: { scale: linear(1, 1.2) } };
    await framesOf([video], { scenes: [{ duration: 0.3, elements: [video] }] });
    expect(liveProcessCount()).toBe(0);
  });
});
