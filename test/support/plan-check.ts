import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/load-config.js';
import type { Project } from '../../src/core/project/types/index.js';
import type { RenderPlan, Segment } from '../../src/core/render/segment/types.js';
import type { StoredSource } from '../../src/engine/media/formats/stored-source.js';
import { ViewPictures } from '../../src/engine/views/view-pictures.js';
import { parseConfig, parseSettings } from '../../src/pipeline/parse-config.js';
import { openRenderApp, type RenderApp } from './render-app.js';

/**
 * Compares plans with the filtergraphs of whole scenes, which create every frame, sample by sample.
 * A plan that is wrong about which frames differ silently drops captions.
 */
export class PlanCheck {
  private readonly signal = new AbortController().signal;
  private runs = 0;

  private constructor(
    private readonly dir: string,
    readonly engines: RenderApp,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<PlanCheck> {
    const dir = await mkdtemp(join(tmpdir(), 'videocraft-plan-'));
    const config = loadConfig({ VIDEOCRAFT_DATA_DIR: dir, ...env });
    return new PlanCheck(dir, await openRenderApp(config));
  }

  async close(): Promise<void> {
    await this.engines.close();
    await rm(this.dir, { recursive: true, force: true });
  }

  /** @returns the plan, if it is right */
  async check(input: unknown): Promise<RenderPlan> {
    const { dir, engines, signal } = this;
    const project = this.parse(input);
    const context = { signal, workDir: dir, localSources: true, onProgress: () => {} };
    const { plan, timeline, sourceOf } = await engines.planner.plan(project, context);
    const { plan: full } = await engines.planner.plan(project, context, { everyFrame: true });

    const planned: Buffer[] = [];
    for (const segment of plan.segments) {
      const frames = await this.framesOf(segment, sourceOf);
      const repeats = segment.repeats ?? frames.map(() => 1);
      expect(frames).toHaveLength(repeats.length);
      frames.forEach((frame, index) => {
        for (let count = 0; count < repeats[index]!; count++) planned.push(frame);
      });
    }
    const expected: Buffer[] = [];
    for (const segment of full.segments) expected.push(...(await this.framesOf(segment, sourceOf)));
    expect(planned).toHaveLength(timeline.totalFrames);
    expect(differences(planned, expected)).toEqual([]);
    return plan;
  }

  private parse(input: unknown): Project {
    const { config, fonts } = this.engines;
    const settings = { ...parseSettings(config, true), subtitleDefaults: {} };
    const parsed = parseConfig(input, fonts, settings);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    return parsed.project;
  }

  /** The frames from the filtergraph of a segment, before encoding. */
  private async framesOf(
    segment: Segment,
    sourceOf: (hash: string) => StoredSource,
  ): Promise<Buffer[]> {
    const { engines, signal } = this;
    const folder = join(this.dir, `run-${this.runs++}`);
    await engines.filters.run(segment, {
      folder,
      sourceOf,
      signal,
      output: 'frames.yuv',
      pictures: new ViewPictures(join(folder, 'pictures'), sourceOf, engines.ffmpeg, signal),
      outputOptions: ['-r', `${segment.fps.num}/${segment.fps.den}`, '-f', 'rawvideo'],
    });
    const all = await readFile(join(folder, 'frames.yuv'));
    await rm(folder, { recursive: true });
    const size = (segment.width * segment.height * 3) / 2;
    return Array.from({ length: all.length / size }, (_, at) =>
      all.subarray(at * size, (at + 1) * size),
    );
  }
}

/**
 * Overlays and scaling round some samples differently from run to run, mostly at edges. A missing
 * caption or picture changes hundreds of samples by much more.
 */
const TOLERANCE = 8;
const MOST_STRAY_SAMPLES = 20;

/** The first frames that differ, with the number of samples that do. */
function differences(planned: readonly Buffer[], expected: readonly Buffer[]): string[] {
  return planned
    .map((frame, index) => ({ index, samples: samplesApart(frame, expected[index]!) }))
    .filter(({ samples }) => samples > MOST_STRAY_SAMPLES)
    .slice(0, 5)
    .map(({ index, samples }) => `frame ${index} in ${samples} samples`);
}

function samplesApart(a: Buffer, b: Buffer): number {
  if (a.equals(b)) return 0;
  return a.reduce(
    (count, sample, index) => count + (Math.abs(sample - b[index]!) > TOLERANCE ? 1 : 0),
    0,
  );
}
