import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { CAPTION_STYLES } from '../../src/core/project/types/index.js';
import { PlanCheck } from '../support/plan-check.js';
import { ffmpegToolsFor, itUnless } from '../support/skip.js';

// The bundled ffmpeg of 2018 reads past the end of very small pictures when it overlays them.
const isBundled = (await ffmpegToolsFor()).source === 'bundled';
const withNewerFfmpeg = itUnless(isBundled ? 'needs ffmpeg 5 or newer' : null);

const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));
const image = (name: string, more: object = {}) => ({
  type: 'image',
  src: `${MEDIA}pictures/${name}.jpg`,
  ...more,
});
const video = (more: object = {}) => ({ type: 'video', src: `${MEDIA}background.mp4`, ...more });
const words = (list: readonly (readonly [string, number, number])[], settings: object = {}) => ({
  type: 'subtitles',
  words: list.map(([word, start, end]) => ({ word, start, end })),
  settings: { 'font-size': 14, ...settings },
});

/**
 * The plan defines which frames differ, and a wrong plan silently drops captions. So these tests
 * compare each plan with a filtergraph of whole scenes that creates every frame, sample by sample.
 */
describe('a plan against full filtering at constant rate', () => {
  let plans: PlanCheck;

  beforeAll(async () => {
    plans = await PlanCheck.start();
  });

  afterAll(() => plans.close());

  const check = (input: object) => plans.check({ width: 160, height: 90, ...input });

  it('texts between pictures, across transitions, that appear and disappear', async () => {
    const text = (more: object) => ({
      type: 'text',
      text: 'to be or',
      settings: { 'font-size': 16, 'outline-width': 2 },
      ...more,
    });
    const plan = await check({
      fps: 25,
      scenes: [
        {
          duration: 2,
          elements: [
            image('i0'),
            text({ 'animate-in': { style: 'typewriter' }, 'z-index': 1, 'fade-out': 0.3 }),
            image('i1', { width: 60, x: 50, 'z-index': 2, start: 1 }),
          ],
        },
        {
          duration: 2,
          transition: { style: 'fade', duration: 0.4 },
          elements: [
            image('i2'),
            text({ start: 0.2, duration: 1.1, 'animate-out': { style: 'slide-left' } }),
          ],
        },
      ],
      elements: [
        text({ text: 'all', position: 'left-top', start: 0.6, 'animate-in': { style: 'pop' } }),
        words([['said', 0.5, 0.9]]),
      ],
    });
    expect(plan.segments.some(({ repeats }) => repeats !== null)).toBe(true);
  }, 120_000);

  it('movements with rests, jumps, loops, and fades, across transitions', async () => {
    const square = { type: 'shape', width: 30, height: 20, fill: '#C04020' };
    const plan = await check({
      fps: 30,
      scenes: [
        {
          duration: 3,
          elements: [
            image('i0', { 'animate-in': 'zoom', 'animate-out': { style: 'wipe', duration: 0.3 } }),
            video({
              ...{ width: 60, x: 90, y: 5, start: 0.4, 'corner-radius': '20%', loop: true },
              keyframes: {
                rotation: [
                  { time: 0.5, value: 0 },
                  { time: 1, value: 30, easing: 'back-out' },
                ],
              },
            }),
            { ...square, x: 8, y: 50, animate: 'wiggle', 'fade-in': 0.5, 'z-index': 2 },
          ],
        },
        {
          duration: 4,
          transition: { style: 'fade', duration: 0.5 },
          elements: [
            image('i1', { 'animate-in': { style: 'fly', direction: 'left', duration: 0.4 } }),
            {
              ...square,
              keyframes: {
                x: [
                  { time: 0, value: 10 },
                  { time: '25%', value: 100, easing: 'steps(3)' },
                  { time: 'end', value: 30, easing: 'hold' },
                ],
                blur: [
                  { time: 2, value: 0 },
                  { time: 2.4, value: 3 },
                ],
              },
            },
          ],
        },
      ],
      elements: [
        words([['said', 0.5, 0.9]]),
        {
          ...square,
          start: 5,
          position: 'right-top',
          'animate-out': 'pop',
          anchor: { x: 1, y: 0 },
        },
      ],
    });
    expect(plan.segments.some(({ repeats }) => repeats !== null)).toBe(true);
  }, 120_000);

  it('stills with captions, fades, and layers that appear and disappear', async () => {
    const plan = await check({
      fps: 30,
      scenes: [
        {
          duration: 7,
          'background-color': '#204060',
          elements: [
            image('i0', { 'fade-in': 0.4, 'fade-out': 0.5 }),
            image('i1', { start: 2, duration: 3, width: 60, position: 'left-top', 'fade-in': 0.3 }),
            image('i2', { start: 2.5, duration: 1, width: 40, x: 100, y: 10, opacity: 0.5 }),
          ],
        },
        { duration: 1.37, 'background-color': '#802010', elements: [] },
      ],
      elements: [
        words([
          ['one', 0.5, 0.9],
          ['two', 0.9, 1.4],
          ['three', 2.01, 2.6],
          ['four', 6.7, 7.5],
          ['five', 7.5, 8.2],
        ]),
      ],
    });
    expect(plan.segments.every(({ repeats }) => repeats !== null)).toBe(true);
    const pictures = plan.segments.reduce((sum, { repeats }) => sum + repeats!.length, 0);
    expect(pictures).toBeLessThan(75);
  }, 60_000);

  it('groups in which something moves, fades, and appears, and mattes', async () => {
    const text = {
      type: 'text',
      text: 'to be or',
      settings: { 'font-size': 16 },
      'animate-in': { style: 'typewriter', duration: 0.5 },
    };
    const shape = { type: 'shape', fill: '#E0A020', width: 30, x: 10, y: 10 };
    const plan = await check({
      fps: 25,
      scenes: [
        {
          duration: 8,
          elements: [
            image('i0'),
            {
              type: 'group',
              ...{ x: 20, y: 10, width: 100, height: 60, start: 0.5, duration: 6 },
              'fade-in': 0.3,
              elements: [
                image('i1', { start: 0.4, duration: 1 }),
                { ...shape, start: 1, 'fade-in': 0.4, blend: 'screen' },
                { type: 'group', start: 2, elements: [{ ...text, start: 0.5, duration: 2 }] },
              ],
            },
            image('i2', {
              ...{ width: 50, x: 100, y: 20, start: 1, duration: 6 },
              matte: { type: 'luma', element: { ...shape, x: 110, start: 1, duration: 3 } },
            }),
            { ...text, start: 5, y: 60, blend: 'difference' },
          ],
        },
      ],
      elements: [words([['over', 6.5, 7.5]])],
    });
    expect(plan.segments.every(({ repeats }) => repeats !== null)).toBe(true);
    const pictures = plan.segments.reduce((sum, { repeats }) => sum + repeats!.length, 0);
    expect(pictures).toBeLessThan(80);
  }, 120_000);

  it('a group that moves over a video', async () => {
    const plan = await check({
      fps: 25,
      scenes: [
        {
          duration: 2,
          elements: [
            video({ loop: true }),
            {
              type: 'group',
              ...{ width: 80, x: 60, y: 10, opacity: 0.8, 'corner-radius': 10 },
              rotate: { speed: 30 },
              elements: [video({ seek: 1 }), image('i1', { width: 20, start: 0.5 })],
            },
          ],
        },
      ],
      elements: [],
    });
    expect(plan.segments.some(({ repeats }) => repeats === null)).toBe(true);
  }, 120_000);

  it('a movement inside a still scene, and long ranges split into parts', async () => {
    const plan = await check({
      fps: 25,
      scenes: [
        {
          duration: 45,
          elements: [
            image('i0'),
            video({ start: 5, duration: 2.5, seek: 1.21, width: 80, position: 'right-bottom' }),
            image('i1', { start: 20, duration: 15, 'fade-in': 13, width: 50 }),
          ],
        },
      ],
      elements: [words([['late', 44, 44.9]])],
    });
    expect(plan.segments.map(({ repeats }) => repeats === null)).toEqual([
      false,
      true,
      false,
      true,
      true,
      false,
    ]);
  }, 60_000);

  it('a moving background split into parts, with overlays and captions', async () => {
    const plan = await check({
      fps: 30,
      scenes: [
        {
          duration: 14,
          elements: [
            video({ loop: true, seek: 0.7 }),
            image('i1', { start: 1, duration: 12, width: 40, x: 5, y: 5, 'fade-out': 6.5 }),
          ],
        },
      ],
      elements: [
        words([
          ['over', 6.5, 7.5],
          ['it', 7.5, 8],
        ]),
      ],
    });
    expect(plan.segments).toHaveLength(2);
  }, 60_000);

  it('passes of a loop that differ in their captions alone', async () => {
    const plan = await check({
      fps: 10,
      scenes: [
        {
          duration: 9,
          elements: [
            video({ loop: true, speed: 3, volume: 0 }),
            image('i1', { width: 40, x: 5, y: 5 }),
            // Nothing repeats the third pass.
            image('i0', { start: 4.5, duration: 1, width: 40, x: 90, y: 5 }),
          ],
        },
      ],
      elements: [
        words([
          ['over', 0.5, 1.5],
          ['and', 2.2, 3],
          ['over', 3, 4.5],
          ['again', 8.2, 8.8],
        ]),
      ],
    });
    const passes = plan.segments.map(({ frameCount, loop }) => [
      frameCount,
      loop?.others.map((pass) => pass.frameCount) ?? null,
    ]);
    expect(passes).toEqual([
      [40, [20]],
      [20, null],
      [30, [10]],
    ]);
  }, 60_000);

  it('transitions and moving views', async () => {
    const plan = await check({
      fps: 29.97,
      scenes: [
        { duration: 3, elements: [image('i0', { zoom: 2, pan: 'left' })] },
        { duration: 3, transition: { duration: 1 }, elements: [image('i1', { zoom: -2 })] },
        { duration: 2, transition: { duration: 0.4 }, elements: [image('i2')] },
      ],
      elements: [
        words([
          ['across', 1.5, 3.2],
          ['scenes', 3.2, 5],
        ]),
        image('i1', { width: 30, x: 120, y: 50, 'z-index': 2 }),
      ],
    });
    expect(plan.segments.filter(({ transition }) => transition !== null)).toHaveLength(2);
  }, 60_000);

  it.each(CAPTION_STYLES)(
    'captions in the style %s',
    async (style) => {
      // High enough for a band of its own. At the bottom edge, and in the middle, between margins.
      const position = style === 'pop' || style === 'karaoke' ? 'center-center' : 'center-bottom';
      const plan = await check({
        // Otherwise, the position makes it look like a movie of JSON2Video, whose quality is another.
        format: 'videocraft',
        height: 256,
        fps: 30,
        scenes: [{ duration: 3.2, 'background-color': '#3A6EA5', elements: [] }],
        elements: [
          words(
            [
              ['Over', 0.3, 0.55],
              ['it', 0.55, 0.62],
              ['\u0633\u0644\u0627\u0645', 0.62, 1.2],
              ['goes.', 1.7, 2.1],
              ['On!', 2.4, 2.9],
            ],
            { style, position, keywords: ['it'], 'shadow-offset': 2 },
          ),
        ],
      });
      expect(plan.totalFrames).toBe(96);
      expect(plan.segments.map(({ band }) => band !== null)).toEqual([true]);
    },
    60_000,
  );

  withNewerFfmpeg(
    'random projects',
    async () => {
      const seconds = (min: number, max: number) =>
        fc.integer({ min: min * 1000, max: max * 1000 }).map((ms) => ms / 1000);
      const looks = {
        resize: fc.constantFrom('cover', 'cover', 'contain', 'blur'),
        crop: fc.constantFrom({}, {}, { x: '10%', width: 90 }),
        flip: fc.constantFrom('horizontal', 'both'),
        'corner-radius': fc.constantFrom(0, 0, 5, '50%'),
        rotate: fc.constantFrom(0, 0, 0, 33, { angle: 10, speed: 45 }),
        correction: fc.constantFrom({}, {}, { contrast: 1.3 }, { saturation: 0.4, blur: 1 }),
      };
      const placed = fc.record({
        start: seconds(0, 3),
        duration: seconds(0.1, 3),
        width: fc.integer({ min: 8, max: 160 }),
        x: fc.integer({ min: -40, max: 150 }),
        y: fc.integer({ min: -40, max: 80 }),
        opacity: fc.constantFrom(1, 1, 0.4),
        'fade-in': fc.constantFrom(0, 0, 0.2, 1.1),
        'fade-out': fc.constantFrom(0, 0, 0.33, 1.4),
        zoom: fc.constantFrom(0, 0, 0, 1.5, -3),
        ...looks,
      });
      const element = fc.oneof(
        { weight: 4, arbitrary: placed.map((at) => image('i2', at)) },
        { weight: 1, arbitrary: placed.map((at) => video({ ...at, loop: at.opacity < 1 })) },
      );
      const timed = { start: seconds(0, 2), duration: seconds(0.1, 3) };
      const text = fc.record({
        type: fc.constant('text'),
        text: fc.constant('to be'),
        settings: fc.constant({ 'font-size': 16 }),
        'animate-in': fc.constantFrom({ style: 'fade' }, { style: 'typewriter', duration: 1 }),
        ...timed,
      });
      const shape = fc.record({
        type: fc.constant('shape'),
        fill: fc.constant('#C0402080'),
        width: fc.integer({ min: 8, max: 160 }),
        'fade-in': fc.constantFrom(0, 0, 0.3),
        blend: fc.constantFrom('normal', 'multiply', 'difference'),
        ...timed,
      });
      const inner = fc.oneof(element, text, shape);
      const group = fc.record({
        type: fc.constant('group'),
        elements: fc.array(inner, { minLength: 1, maxLength: 3 }),
        width: fc.integer({ min: 40, max: 160 }),
        x: fc.integer({ min: -40, max: 100 }),
        opacity: fc.constantFrom(1, 1, 0.4),
        'fade-out': fc.constantFrom(0, 0, 0.4),
        'background-color': fc.constantFrom('#20406080', '#204060', '#00000000'),
        blend: fc.constantFrom('normal', 'normal', 'screen'),
        mask: fc.constantFrom({}, { shape: 'ellipse', feather: 4 }),
        ...timed,
      });
      const matted = fc
        .tuple(element, fc.oneof(text, shape, group), fc.constantFrom('alpha', 'luma-inverted'))
        .map(([one, cutting, type]) => ({ ...one, matte: { type, element: cutting } }));
      const scene = fc.record({
        duration: seconds(0.4, 5),
        'background-color': fc.constantFrom('#102030', '#FFFFFF'),
        elements: fc.array(
          fc.oneof({ weight: 4, arbitrary: element }, { weight: 2, arbitrary: group }, matted),
          { maxLength: 3 },
        ),
      });
      const project = fc.record({
        fps: fc.constantFrom(10, 23.976, 25, 30, 60),
        scenes: fc.array(scene, { minLength: 1, maxLength: 3 }),
        elements: fc
          .array(fc.tuple(seconds(0, 4), seconds(0.05, 0.8)), { maxLength: 6 })
          .map((spans) => {
            if (spans.length === 0) return [];
            const sorted = spans.toSorted((a, b) => a[0] - b[0]);
            return [words(sorted.map(([start, length]) => ['word', start, start + length]))];
          }),
      });
      await fc.assert(
        fc.asyncProperty(project, async (input) => {
          expect((await check(input)).totalFrames).toBeGreaterThan(0);
        }),
        { numRuns: Number(process.env['PLAN_RUNS'] ?? 6), endOnFailure: true },
      );
    },
    180_000,
  );
});
