import type { INestApplicationContext } from '@nestjs/common';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../../src/config/load-config.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';
import { segmentLayers } from '../../src/core/render/segment/segment-layers.js';
import type { Segment } from '../../src/core/render/segment/types.js';
import { x264Options } from '../../src/engine/render/encoders/x264-options.js';
import { linkFont } from '../../src/engine/render/segments/graph-files.js';
import type { PlannedVideo } from '../../src/pipeline/types/planned-video.js';
import type { FilterJob } from './filter-segments.js';
import { type Cost, measure } from './measure.js';
import { openCommandApp } from '../../src/cli/command-app.js';
import { FfmpegService } from '../../src/engine/ffmpeg/ffmpeg.service.js';
import { FontCatalog } from '../../src/engine/fonts/font-catalog.js';
import { PipelineModule } from '../../src/pipeline/pipeline.module.js';
import { VideoPlanner } from '../../src/pipeline/video-planner.js';

const FILTER_SEGMENTS = fileURLToPath(new URL('./filter-segments.js', import.meta.url));

/** Plans of a config, and parts of its render that can be measured separately. */
export class Planned {
  private constructor(
    private readonly app: INestApplicationContext,
    readonly planned: PlannedVideo,
    readonly full: PlannedVideo,
    private readonly dir: string,
  ) {}

  static async load(projectFile: string, dir: string): Promise<Planned> {
    const dataDir = await mkdtemp(join(dir, 'plan-'));
    const app = await openCommandApp(loadConfig({ VIDEOCRAFT_DATA_DIR: dataDir }), PipelineModule);
    const [fonts, planner] = [app.get(FontCatalog), app.get(VideoPlanner)];
    const parsed = parseConfig(JSON.parse(await readFile(projectFile, 'utf8')), fonts, {
      subtitleDefaults: {},
      localSources: true,
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const context = {
      signal: new AbortController().signal,
      workDir: dataDir,
      localSources: true,
      onProgress: () => {},
    };
    const planned = await planner.plan(parsed.project, context);
    const full = await planner.plan(parsed.project, context, { everyFrame: true });
    return new Planned(app, planned, full, dir);
  }

  get ffmpeg(): string {
    return this.app.get(FfmpegService).tools.ffmpegPath;
  }

  /** A folder with the captions of the whole video and the fonts, for a custom command. */
  async captionsFolder(): Promise<string> {
    const { fps, totalFrames } = this.full.plan;
    const cwd = await mkdtemp(join(this.dir, 'obvious-'));
    await linkFont(this.app.get(FontCatalog).rasterizerFont, cwd);
    const documents = this.full.plan.segments.map((segment) => segment.captions);
    if (documents.length !== 1) {
      // For several scenes, join the events, shifted to the start of their scene.
      await writeFile(join(cwd, 'captions.ass'), joinDocuments(this.full.plan.segments, fps));
    } else {
      await writeFile(join(cwd, 'captions.ass'), documents[0] ?? '');
    }
    if (totalFrames === 0) throw new Error('an empty video');
    return cwd;
  }

  /** Runs the filtergraphs of segments. The output is kept raw, encoded, or dropped. */
  async filters(
    segments: readonly Segment[],
    output: 'null' | 'raw' | 'lossless' | 'encoded',
    name: string,
  ): Promise<{ cost: Cost; paths: string[] }> {
    const folder = await mkdtemp(join(this.dir, `${name}-`));
    const file = output === 'raw' ? 'frames.yuv' : 'frames.mkv';
    const layers = segments.flatMap(segmentLayers);
    const job: FilterJob = {
      segments,
      sources: layers.map(({ contentHash }) => this.planned.sourceOf(contentHash)),
      folder,
      output: output === 'null' ? '-' : file,
      options: segments
        .map((segment) => ({
          null: ['-f', 'null'],
          raw: ['-f', 'rawvideo'],
          lossless: ['-c:v', 'libx264', '-qp', '0', '-preset', 'ultrafast'],
          encoded: x264Options(segment, 1),
        }))
        .map((options) => options[output]),
    };
    await writeFile(join(folder, 'job.json'), JSON.stringify(job));
    const cost = await measure([process.execPath, FILTER_SEGMENTS, join(folder, 'job.json')]);
    return { cost, paths: segments.map((_, index) => join(folder, `segment-${index}`, file)) };
  }

  /** Encodes uncompressed frames of each segment with the settings of the segment. */
  async encodeRaw(segments: readonly Segment[], paths: readonly string[]): Promise<Cost> {
    const costs: Cost[] = [];
    for (const [index, segment] of segments.entries()) {
      const path = paths[index]!;
      costs.push(
        await measure([
          ...[this.ffmpeg, '-y', '-v', 'error', '-f', 'rawvideo', '-pix_fmt', 'yuv420p'],
          ...['-s', `${segment.width}x${segment.height}`],
          ...['-r', `${segment.fps.num}/${segment.fps.den}`, '-i', path],
          ...x264Options(segment, 1),
          ...['-f', 'h264', `${path}.h264`],
        ]),
      );
      await rm(path);
    }
    return sum(costs);
  }
}

function sum(costs: readonly Cost[]): Cost {
  return {
    wallSeconds: costs.reduce((total, { wallSeconds }) => total + wallSeconds, 0),
    cpuSeconds: costs.reduce((total, { cpuSeconds }) => total + cpuSeconds, 0),
    peakMemoryBytes: Math.max(0, ...costs.map(({ peakMemoryBytes }) => peakMemoryBytes)),
    stdout: '',
  };
}

/**
 * One document for the whole video: the events of all segments, shifted to the start of their
 * segment.
 */
function joinDocuments(
  segments: readonly Segment[],
  fps: { readonly num: number; readonly den: number },
): string {
  let header = '';
  let startFrame = 0;
  const events: string[] = [];
  for (const { captions, frameCount } of segments) {
    const offsetCs = Math.round((startFrame * fps.den * 100) / fps.num);
    startFrame += frameCount;
    if (captions === null) continue;
    const lines = captions.split('\n');
    header ||= lines.filter((line) => !line.startsWith('Dialogue:')).join('\n');
    for (const line of lines.filter((entry) => entry.startsWith('Dialogue:'))) {
      const [layer, start, end, ...rest] = line.split(',');
      events.push([layer, shift(start!, offsetCs), shift(end!, offsetCs), ...rest].join(','));
    }
  }
  return `${header.trimEnd()}\n${events.join('\n')}\n`;
}

function shift(time: string, byCs: number): string {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const total = Math.round((hours * 3600 + minutes * 60 + seconds) * 100) + byCs;
  const two = (value: number) => String(value).padStart(2, '0');
  const whole = Math.floor(total / 100);
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${two(total % 100)}`;
}
