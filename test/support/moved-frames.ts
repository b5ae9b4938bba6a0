import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findMark, markPicture } from '../../bench/render/mark.js';
import { loadConfig } from '../../src/config/load-config.js';
import { args } from '../../src/core/util/args.js';
import { ViewPictures } from '../../src/engine/views/view-pictures.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';
import { openRenderApp, type RenderApp } from './render-app.js';

const run = promisify(execFile);
/** A mark in the middle of a picture. */
const MARK = { width: 160, height: 90, mark: [80, 45], radius: 10 } as const;

/** Makes the frames of scenes of two seconds, 320x180 at 30 frames a second, before they are encoded. */
export class MovedFrames {
  static readonly WIDTH = 320;
  static readonly HEIGHT = 180;
  private runs = 0;

  private constructor(
    private readonly dir: string,
    readonly engines: RenderApp,
    /** A picture with a mark in its middle. */
    readonly mark: string,
    /** Two seconds of moving pictures. */
    readonly film: string,
  ) {}

  static async open(): Promise<MovedFrames> {
    const dir = await mkdtemp(join(tmpdir(), 'videocraft-movements-'));
    const engines = await openRenderApp(loadConfig({ VIDEOCRAFT_DATA_DIR: dir }));
    const { ffmpegPath } = engines.ffmpeg.tools;
    const mark = join(dir, 'mark.png');
    await markPicture(ffmpegPath, mark, MARK);
    const film = join(dir, 'film.mp4');
    const source = `testsrc2=s=${MovedFrames.WIDTH}x${MovedFrames.HEIGHT}:r=30:d=2`;
    await run(
      ffmpegPath,
      args(
        ['-v', 'error', '-f', 'lavfi', '-i', source, '-pix_fmt', 'yuv420p'],
        ['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709'],
        ['-color_trc', 'bt709', '-c:v', 'libx264', '-qp', '10', film],
      ),
    );
    return new MovedFrames(dir, engines, mark, film);
  }

  async close(): Promise<void> {
    await this.engines.close();
    await rm(this.dir, { recursive: true, force: true });
  }

  /** @param everyFrame as in `buildPlan` */
  async planOf(elements: readonly object[], more: object = {}, everyFrame = false) {
    const config = {
      ...{ width: MovedFrames.WIDTH, height: MovedFrames.HEIGHT, fps: 30 },
      scenes: [{ duration: 2, 'background-color': '#000000', elements }],
      ...more,
    };
    const settings = { subtitleDefaults: {}, localSources: true };
    const parsed = parseConfig(config, this.engines.fonts, settings);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const { signal } = new AbortController();
    const context = { signal, workDir: this.dir, localSources: true, onProgress: () => {} };
    return this.engines.planner.plan(parsed.project, context, { everyFrame });
  }

  /** The frames of a video as planes of 4:2:0. */
  async framesOf(
    elements: readonly object[],
    more: object = {},
    everyFrame = false,
  ): Promise<Buffer[]> {
    const { engines, dir } = this;
    const { plan, sourceOf } = await this.planOf(elements, more, everyFrame);
    const { signal } = new AbortController();
    const frames: Buffer[] = [];
    for (const segment of plan.segments) {
      const folder = join(dir, `run-${this.runs++}`);
      await engines.filters.run(segment, {
        folder,
        sourceOf,
        signal,
        output: 'frames.yuv',
        pictures: new ViewPictures(join(folder, 'pictures'), sourceOf, engines.ffmpeg, signal),
        outputOptions: ['-r', '30', '-f', 'rawvideo'],
      });
      const all = await readFile(join(folder, 'frames.yuv'));
      await rm(folder, { recursive: true });
      const size = (MovedFrames.WIDTH * MovedFrames.HEIGHT * 3) / 2;
      for (let at = 0; at < all.length / size; at++) {
        const frame = all.subarray(at * size, (at + 1) * size);
        frames.push(...Array<Buffer>(segment.repeats?.[at] ?? 1).fill(frame));
      }
    }
    if (process.env['KEEP_FRAMES']) {
      const kept = join(process.env['KEEP_FRAMES'], `${this.runs}.yuv`);
      await writeFile(kept, Buffer.concat(frames));
    }
    return frames;
  }
}

/** The brightness of a frame. */
export const luma = (frame: Buffer) => frame.subarray(0, MovedFrames.WIDTH * MovedFrames.HEIGHT);

/** Where the mark is in each frame. */
export const marksOf = (frames: readonly Buffer[]) =>
  frames.map((frame) => findMark(luma(frame), MovedFrames.WIDTH));
