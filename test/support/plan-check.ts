import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/load-config.js';
import type { Project } from '../../src/core/project/types/index.js';
import {
  BAND_EDGES,
  bandGraph,
  passesGraph,
  passLabel,
  segmentGraph,
} from '../../src/core/render/filters/filtergraph.js';
import type { LoopedPasses, RenderPlan, Segment } from '../../src/core/render/segment/types.js';
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
    const { loop } = segment;
    if (loop !== null) {
      const first = await this.framesOf(loop.first, sourceOf);
      return [...first, ...(await this.framesOfPasses(loop, sourceOf))];
    }
    const { engines, signal } = this;
    const folder = join(this.dir, `run-${this.runs++}`);
    const { width, height, fps, band } = segment;
    const options = ['-r', `${fps.num}/${fps.den}`, '-f', 'rawvideo'];
    const graph = band === null ? segmentGraph(segment) : bandGraph(segment, band.rows);
    const edges = Object.values(BAND_EDGES).filter((label) =>
      graph.filtergraph.includes(`[${label}]`),
    );
    await engines.filters.run(segment, {
      folder,
      sourceOf,
      signal,
      graph,
      output: 'frames.yuv',
      pictures: new ViewPictures(join(folder, 'pictures'), sourceOf, engines.ffmpeg, signal),
      outputOptions: options,
      others: edges.map((label) => ({ label, options, file: `${label}.yuv` })),
    });
    const read = (file: string) => readFile(join(folder, file));
    const all = await read('frames.yuv');
    const [above, below] = await Promise.all(
      Object.values(BAND_EDGES).map(async (label) =>
        edges.includes(label) ? read(`${label}.yuv`) : Buffer.alloc(0),
      ),
    );
    await rm(folder, { recursive: true });
    const size = (width * height * 3) / 2 - above!.length - below!.length;
    return Array.from({ length: all.length / size }, (_, at) =>
      stacked([above!, all.subarray(at * size, (at + 1) * size), below!]),
    );
  }

  /** The frames of the passes after the first. */
  private async framesOfPasses(
    { first, others }: LoopedPasses,
    sourceOf: (hash: string) => StoredSource,
  ): Promise<Buffer[]> {
    const { engines, signal } = this;
    const folder = join(this.dir, `run-${this.runs++}`);
    const { width, height, fps } = first;
    const options = ['-r', `${fps.num}/${fps.den}`, '-f', 'rawvideo'];
    const outputs = others.map((_, index) => ({
      label: passLabel(index),
      options,
      file: `${index}.yuv`,
    }));
    await engines.filters.run(first, {
      ...{ folder, sourceOf, signal, outputOptions: options, output: outputs[0]!.file },
      graph: passesGraph(first, others),
      pictures: new ViewPictures(join(folder, 'pictures'), sourceOf, engines.ffmpeg, signal),
      others: outputs.slice(1),
    });
    const passes = await Promise.all(outputs.map(({ file }) => readFile(join(folder, file))));
    await rm(folder, { recursive: true });
    const size = (width * height * 3) / 2;
    return passes.flatMap((all, index) => {
      expect(all.length / size).toBe(others[index]!.frameCount);
      return Array.from({ length: all.length / size }, (_, at) =>
        all.subarray(at * size, (at + 1) * size),
      );
    });
  }
}

/** A frame of 4:2:0 from parts that are as wide, from top to bottom. */
function stacked(parts: readonly Buffer[]): Buffer {
  const planes = [0, 4 / 6, 5 / 6, 1];
  return Buffer.concat(
    [0, 1, 2].flatMap((plane) =>
      parts.map((part) =>
        part.subarray(
          Math.round(part.length * planes[plane]!),
          Math.round(part.length * planes[plane + 1]!),
        ),
      ),
    ),
  );
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
