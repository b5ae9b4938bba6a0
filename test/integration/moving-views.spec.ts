import { args } from '../../src/core/util/args.js';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { findMark, markPicture, pathErrors } from '../../bench/render/mark.js';
import { loadConfig } from '../../src/config/load-config.js';
import { segmentInputs } from '../../src/core/render/segment/segment-inputs.js';
import { liveProcessCount } from '../../src/engine/ffmpeg/run-process.js';
import { ViewPictures } from '../../src/engine/views/view-pictures.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';
import { openRenderApp, type RenderApp } from '../support/render-app.js';

const run = promisify(execFile);
const WIDTH = 320;
const HEIGHT = 180;
const PICTURE = { width: 800, height: 450, mark: [300.3, 290.7], radius: 20 } as const;

describe('moving views', () => {
  let dir: string;
  let engines: RenderApp;
  let runs = 0;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-views-'));
    engines = await openRenderApp(loadConfig({ VIDEOCRAFT_DATA_DIR: dir }));
    await markPicture(engines.ffmpeg.tools.ffmpegPath, join(dir, 'mark.png'), PICTURE);
  });

  afterAll(async () => {
    await engines.close();
    await rm(dir, { recursive: true, force: true });
  });

  async function planOf(input: object) {
    const parsed = parseConfig({ width: WIDTH, height: HEIGHT, fps: 30, ...input }, engines.fonts, {
      subtitleDefaults: {},
      localSources: true,
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const { signal } = new AbortController();
    const context = { signal, workDir: dir, localSources: true, onProgress: () => {} };
    return engines.planner.plan(parsed.project, context);
  }

  /** The frames of a config before encoding, segment by segment. */
  async function framesOf(input: object, signal = new AbortController().signal) {
    const { plan, sourceOf } = await planOf(input);
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
    return frames;
  }

  /**
   * The visible window of the picture: its top left corner and its width, in pixels of the picture.
   */
  type Window = readonly [x: number, y: number, width: number];
  const whole: Window = [0, 0, 800];
  const middle: Window = [800 / 6, 450 / 6, (800 * 2) / 3];

  it.each<[string, object, Window, Window]>([
    ['a zoom', { zoom: 5 }, whole, middle],
    ['zooming out', { zoom: -5 }, middle, whole],
    ['a pan', { pan: 'right', 'pan-distance': 0.2 }, [0, 45, 640], [160, 45, 640]],
    [
      'a zoom and a pan',
      { zoom: 5, pan: 'bottom-left', 'pan-distance': 0.2 },
      [160, 0, 640],
      [0, 150, (800 * 2) / 3],
    ],
  ])('%s stays evenly within a tenth of a pixel of its path', async (_, motion, from, to) => {
    const duration = 2;
    const src = join(dir, 'mark.png');
    const frames = await framesOf({
      scenes: [{ duration, elements: [{ type: 'image', src, ...motion }] }],
    });
    expect(frames).toHaveLength(duration * 30);
    const measured = frames.map((frame) => findMark(frame.subarray(0, WIDTH * HEIGHT), WIDTH));
    const computed = frames.map((__, n) => {
      const part = n / (frames.length - 1);
      const [x, y, width] = from.map((value, at) => value + (to[at]! - value) * part);
      const [markX, markY] = PICTURE.mark;
      return [((markX - x!) * WIDTH) / width!, ((markY - y!) * WIDTH) / width!] as const;
    });
    const { place, step } = pathErrors(measured, computed);
    expect(place).toBeLessThan(0.1);
    expect(step).toBeLessThan(0.05);
  });

  it('cross-fade in exact proportions', async () => {
    const picture = async (name: string, gray: number) => {
      const path = join(dir, `${name}.png`);
      const source = `color=0x${Buffer.from([gray, gray, gray]).toString('hex')}:s=640x360`;
      await run(
        engines.ffmpeg.tools.ffmpegPath,
        args(['-v', 'error', '-f', 'lavfi', '-i', source, '-frames:v', '1', path]),
      );
      return path;
    };
    const [dark, light] = [await picture('dark', 30), await picture('light', 220)];
    const scene = (src: string, more: object) => ({ elements: [{ type: 'image', src, ...more }] });
    const frames = await framesOf({
      scenes: [
        { duration: 2, ...scene(dark, { zoom: 3 }) },
        { duration: 2, transition: { style: 'fade', duration: 1 }, ...scene(light, {}) },
      ],
    });
    expect(frames).toHaveLength(90);
    const luma = (gray: number) => 16 + (gray * 219) / 255;
    frames.forEach((frame, n) => {
      const share = Math.max(0, Math.min(1, (n - 30) / 30));
      const expected = luma(30) + (luma(220) - luma(30)) * share;
      for (const at of [0, WIDTH * 90 + 160, WIDTH * HEIGHT - 1]) {
        expect(Math.abs(frame[at]! - expected)).toBeLessThanOrEqual(1.5);
      }
    });
  });

  it('share the folder of their pictures with other videos at the same time', async () => {
    const src = join(dir, 'mark.png');
    const { plan, sourceOf } = await planOf({
      scenes: [{ duration: 1, elements: [{ type: 'image', src, zoom: 5 }] }],
    });
    const [input] = segmentInputs(plan.segments[0]!);
    if (input?.kind !== 'views') throw new Error('The segment shows no moving view.');
    const { picture } = input.stream.views[0];
    const folder = join(dir, 'shared');
    const { signal } = new AbortController();
    const made = await Promise.all(
      Array.from({ length: 4 }, () =>
        new ViewPictures(folder, sourceOf, engines.ffmpeg, signal).get(picture),
      ),
    );
    expect(new Set(made).size).toBe(1);
    expect(await readdir(folder)).toEqual([basename(made[0]!)]);
    const { mtimeMs } = await stat(made[0]!);
    await new ViewPictures(folder, sourceOf, engines.ffmpeg, signal).get(picture);
    // What is there is not made again.
    expect((await stat(made[0]!)).mtimeMs).toBe(mtimeMs);
  });

  it('stop at once when they are canceled, and leave no files', async () => {
    const stop = new AbortController();
    const src = join(dir, 'mark.png');
    const output = join(dir, `run-${runs}`, 'frames.yuv');
    const work = framesOf(
      { scenes: [{ duration: 300, elements: [{ type: 'image', src, zoom: 2 }] }] },
      stop.signal,
    );
    const end = work.then(
      () => 'finished',
      (error: Error) => error.message,
    );
    const begun = () =>
      stat(output).then(
        ({ size }) => size > 0,
        () => false,
      );
    while (!(await begun())) await new Promise((resolve) => setTimeout(resolve, 20));
    stop.abort();
    expect(await end).toContain('canceled');
    expect(liveProcessCount()).toBe(0);
  });
});
