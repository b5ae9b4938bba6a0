import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findMark, markPicture, pathErrors } from '../../bench/render/mark.js';
import { loadConfig } from '../../src/config/load-config.js';
import { easingOf } from '../../src/core/motion/easing.js';
import { args } from '../../src/core/util/args.js';
import { liveProcessCount } from '../../src/engine/ffmpeg/run-process.js';
import { ViewPictures } from '../../src/engine/views/view-pictures.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';
import { openRenderApp, type RenderApp } from '../support/render-app.js';

const run = promisify(execFile);
const WIDTH = 320;
const HEIGHT = 180;
/** A mark in the middle of a picture. */
const MARK = { width: 160, height: 90, mark: [80, 45], radius: 10 } as const;

describe('movements', () => {
  let dir: string;
  let engines: RenderApp;
  let runs = 0;
  let mark: string;
  let film: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-movements-'));
    engines = await openRenderApp(loadConfig({ VIDEOCRAFT_DATA_DIR: dir }));
    const { ffmpegPath } = engines.ffmpeg.tools;
    mark = join(dir, 'mark.png');
    await markPicture(ffmpegPath, mark, MARK);
    film = join(dir, 'film.mp4');
    const source = `testsrc2=s=${WIDTH}x${HEIGHT}:r=30:d=2`;
    await run(
      ffmpegPath,
      args(
        ['-v', 'error', '-f', 'lavfi', '-i', source, '-pix_fmt', 'yuv420p'],
        ['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709'],
        ['-color_trc', 'bt709', '-c:v', 'libx264', '-qp', '10', film],
      ),
    );
  });

  afterAll(async () => {
    await engines.close();
    await rm(dir, { recursive: true, force: true });
  });

  async function planOf(elements: object[], more: object = {}) {
    const config = {
      ...{ width: WIDTH, height: HEIGHT, fps: 30 },
      scenes: [{ duration: 2, 'background-color': '#000000', elements }],
      ...more,
    };
    const settings = { subtitleDefaults: {}, localSources: true };
    const parsed = parseConfig(config, engines.fonts, settings);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const { signal } = new AbortController();
    const context = { signal, workDir: dir, localSources: true, onProgress: () => {} };
    return engines.planner.plan(parsed.project, context);
  }

  /** The frames of a video before encoding. */
  async function framesOf(elements: object[], more: object = {}) {
    const { plan, sourceOf } = await planOf(elements, more);
    const { signal } = new AbortController();
    const frames: Buffer[] = [];
    for (const segment of plan.segments) {
      const folder = join(dir, `run-${runs++}`);
      await engines.filters.run(segment, {
        folder,
        sourceOf,
        signal,
        output: 'frames.yuv',
        pictures: new ViewPictures(join(folder, 'pictures'), sourceOf, engines.ffmpeg, signal),
        outputOptions: ['-r', '30', '-f', 'rawvideo'],
      });
      const all = await readFile(join(folder, 'frames.yuv'));
      const size = (WIDTH * HEIGHT * 3) / 2;
      for (let at = 0; at < all.length / size; at++) {
        const frame = all.subarray(at * size, (at + 1) * size);
        frames.push(...Array<Buffer>(segment.repeats?.[at] ?? 1).fill(frame));
      }
    }
    if (process.env.KEEP_FRAMES) {
      await writeFile(join(process.env.KEEP_FRAMES, `${runs}.yuv`), Buffer.concat(frames));
    }
    return frames;
  }

  const image = (more: object) => ({ type: 'image', src: mark, width: 160, height: 90, ...more });
  const luma = (frame: Buffer) => frame.subarray(0, WIDTH * HEIGHT);
  const marksOf = (frames: readonly Buffer[]) =>
    frames.map((frame) => findMark(luma(frame), WIDTH));
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
    const video = { type: 'video', src: film, width: 160, height: 90 };
    const [still, moved] = [
      await framesOf([{ ...video, x: 80, y: 40 }]),
      await framesOf([{ ...video, x: 80, y: 40, keyframes: { x: linear(80, 140, 'steps(30)') } }]),
    ];
    expect(moved).toHaveLength(60);
    moved.forEach((frame, n) => {
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
    const { plan } = await planOf([
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
    const video = { type: 'video', src: film, keyframes: { scale: linear(1, 1.2) } };
    await framesOf([video], { scenes: [{ duration: 0.3, elements: [video] }] });
    expect(liveProcessCount()).toBe(0);
  });
});
