import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { MAIN_FILE, type OutputFile } from '../core/job/output-file.js';
import type { Project } from '../core/project/types/index.js';
import { boundaryDrifts } from '../core/timeline/drift.js';
import { allOrNone } from '../engine/concurrency/all-or-none.js';
import { FfmpegService } from '../engine/ffmpeg/ffmpeg.service.js';
import type { RenderedSegment } from '../engine/render/segments/segment-renderer.js';
import { SoundEncoder } from '../engine/render/mp4/sound-encoder.js';
import { writeMp4 } from '../engine/render/mp4/write-mp4.js';
import { describeOutput } from './outputs/output-files.js';
import { requireEncoders, writeOutputs } from './outputs/write-outputs.js';
import { writeSidecars } from './outputs/write-sidecars.js';
import { PlanRenderer } from './plan-renderer.js';
import { decodeErrorWarnings } from './sources/decode-error-warnings.js';
import { explainFailure } from './sources/explain-failure.js';
import { SourcesService } from './sources/sources.service.js';
import { hasStills, StillRenderer } from './still-renderer.js';
import { StepClock } from './step-clock.js';
import type { PlannedVideo } from './types/planned-video.js';
import type { RenderContext, RenderReport } from './types/render-context.js';
import { VideoPlanner } from './video-planner.js';
import { counted } from '../core/util/counted.js';

/** A video of the job, and the name of its file. */
interface NamedVideo {
  readonly name: string;
  readonly planned: PlannedVideo;
}

interface RenderedVideo extends NamedVideo {
  readonly rendered: readonly RenderedSegment[];
}

/** The main video comes first. */
type Videos<Video> = readonly [Video, ...Video[]];

/** Renders video configs in four steps: plan, segments, assemble, publish. */
@Injectable()
export class RendererService {
  constructor(
    private readonly sources: SourcesService,
    private readonly planner: VideoPlanner,
    private readonly plans: PlanRenderer,
    private readonly sounds: SoundEncoder,
    private readonly ffmpeg: FfmpegService,
    private readonly stills: StillRenderer,
  ) {}

  /**
   * Renders the video of a config, and its other outputs.
   *
   * @throws MissingAbility for what this worker lacks, and another one may have
   * @throws JobFailure for problems that the author of the config can fix. Any other error is a fault of the
   *   service or of the machine.
   */
  async render(project: Project, context: RenderContext): Promise<RenderReport> {
    if (hasStills(project)) {
      const { planned: _, ...report } = await this.stills.render(project, context);
      return report;
    }
    const clock = new StepClock(context);
    // First, so that a worker that lacks one passes the job on before it has done any work.
    requireEncoders(project.outputs, this.ffmpeg);
    const planned = await this.planAll(project, context, clock);

    clock.begin('segments');
    const [sound, videos] = await allOrNone(context.signal, (signal) => [
      this.encodeSound(planned[0].planned, project.loudness, { ...context, signal }),
      this.renderAll(planned, { ...context, signal }),
    ]);

    clock.begin('assemble');
    const folder = join(context.workDir, 'output');
    await mkdir(folder);
    for (const { name, planned: video, rendered } of videos) {
      const paths = rendered.map(({ path }) => path);
      const target = { output: join(folder, name), signal: context.signal };
      await writeMp4(video.plan, paths, sound, target);
    }

    clock.begin('publish');
    const files = await this.describeAll(videos, { folder, sound, context });
    context.signal.throwIfAborted();
    await rename(folder, context.outputDir);
    await context.publish?.(context.outputDir, files);
    return reportOf(videos, { files, outputDir: context.outputDir, steps: clock.end() });
  }

  /** Plans the video and its other aspect ratios, which share the sources of the job. */
  private async planAll(
    project: Project,
    context: RenderContext,
    clock: StepClock,
  ): Promise<Videos<NamedVideo>> {
    const sources = this.sources.open(context.onSourceRetry);
    try {
      const onStep = clock.begin.bind(clock);
      const main = await this.planner.plan(project, context, { sources, onStep });
      const others: NamedVideo[] = [];
      const silently = { ...context, onProgress: () => {} };
      for (const output of main.project.outputs) {
        if (output.type !== 'video') continue;
        const planned = await this.planner.plan(output.project, silently, { sources });
        others.push({ name: `${output.name}.mp4`, planned });
      }
      return [{ name: MAIN_FILE, planned: main }, ...others];
    } finally {
      sources.close();
    }
  }

  private encodeSound(
    { timeline, pcmOf }: PlannedVideo,
    loudness: number | null,
    { workDir, signal }: RenderContext,
  ): Promise<string> {
    return this.sounds.encode({ ...timeline, loudness }, pcmOf, { workDir, signal });
  }

  /** Renders one video after another. */
  private async renderAll(
    videos: Videos<NamedVideo>,
    context: RenderContext,
  ): Promise<Videos<RenderedVideo>> {
    const results: RenderedVideo[] = [];
    for (const { name, planned } of videos) {
      const done = results.length;
      const onProgress: RenderContext['onProgress'] = (step, fraction) =>
        context.onProgress(step, (done + fraction) / videos.length);
      try {
        const rendered = await this.plans.render(planned, { ...context, onProgress });
        results.push({ name, planned, rendered });
      } catch (error) {
        throw await explainFailure(error, planned, this.ffmpeg, context);
      }
    }
    return results as unknown as Videos<RenderedVideo>;
  }

  /** Writes the outputs that are derived from the finished video, and describes all files. */
  private async describeAll(
    videos: Videos<RenderedVideo>,
    {
      folder,
      sound,
      context: { signal },
    }: { readonly folder: string; readonly sound: string; readonly context: RenderContext },
  ): Promise<OutputFile[]> {
    const { timeline, captions, project } = videos[0].planned;
    const fileOutputs = project.outputs.filter((output) => output.type !== 'video');
    const inputs = { video: join(folder, MAIN_FILE), sound, length: timeline };
    return [
      ...(await Promise.all(videos.map(({ name }) => describeOutput(folder, name, 'video')))),
      ...(captions ? await writeSidecars(folder, captions, timeline) : []),
      ...(await writeOutputs(folder, fileOutputs, { ...inputs, ffmpeg: this.ffmpeg, signal })),
    ];
  }
}

function reportOf(
  videos: Videos<RenderedVideo>,
  published: Pick<RenderReport, 'files' | 'outputDir' | 'steps'>,
): RenderReport {
  const { timeline, captions, warnings } = videos[0].planned;
  const { fps, totalFrames, width, height } = timeline;
  const segments = videos.flatMap(({ rendered }) => rendered);
  return {
    ...published,
    durationSeconds: (totalFrames * fps.den) / fps.num,
    width,
    height,
    frameRate: fps.num / fps.den,
    frames: totalFrames,
    segments: { total: segments.length, cached: segments.filter(({ cached }) => cached).length },
    subtitles: captions && {
      words: captions.timing.words.length,
      method: captions.timing.method,
    },
    maxDriftFrames: Math.max(0, ...boundaryDrifts(timeline).map(Math.abs)),
    warnings: [...warnings, ...decodeErrorWarnings(videos), ...encoderWarnings(segments)],
  };
}

/** Tells the author that an encoder failed. Only the operator gets the reason. */
function encoderWarnings(segments: readonly RenderedSegment[]): string[] {
  const failed = segments.flatMap(({ failedEncoder }) => failedEncoder ?? []);
  if (failed.length === 0) return [];
  return [
    `The encoder ${failed[0]} failed on ${failed.length} of ${counted(segments.length, 'segment')}, which libx264 encoded instead.`,
  ];
}
