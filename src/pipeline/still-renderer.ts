import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { MAIN_FILE, type OutputFile, stillFile } from '../core/job/output-file.js';
import type { Project } from '../core/project/types/index.js';
import { type PickedStills, pickStills } from '../core/render/plan/pick-stills.js';
import { sampleOfFrame } from '../core/time/time.js';
import { FfmpegService } from '../engine/ffmpeg/ffmpeg.service.js';
import { SoundEncoder } from '../engine/render/mp4/sound-encoder.js';
import { writeMp4 } from '../engine/render/mp4/write-mp4.js';
import type { RenderedSegment } from '../engine/render/segments/segment-renderer.js';
import { describeOutput } from './outputs/output-files.js';
import { PlanRenderer } from './plan-renderer.js';
import { explainFailure } from './sources/explain-failure.js';
import { StepClock } from './step-clock.js';
import type { PlannedVideo } from './types/planned-video.js';
import type { RenderContext, RenderReport } from './types/render-context.js';
import { VideoPlanner } from './video-planner.js';
import { writeStill } from './outputs/write-still.js';

/** A config with `stills`. */
export type StillProject = Project & { readonly stills: readonly number[] };

export function hasStills(project: Project): project is StillProject {
  return project.stills !== null;
}

/** The report of a render, and the plan of the whole video. */
export interface StillReport extends RenderReport {
  readonly planned: PlannedVideo;
  /** Where the frames are in the short video. */
  readonly stills: PickedStills['stills'];
}

/**
 * Renders single frames of a video. It plans the whole video, since a frame depends on all that comes before it, but
 * renders only the segments that contain the frames. They make a short silent video.
 */
@Injectable()
export class StillRenderer {
  constructor(
    private readonly planner: VideoPlanner,
    private readonly plans: PlanRenderer,
    private readonly sounds: SoundEncoder,
    private readonly ffmpeg: FfmpegService,
  ) {}

  /** @throws JobFailure as `RendererService.render` */
  async render(project: StillProject, context: RenderContext): Promise<StillReport> {
    const clock = new StepClock(context);
    const onStep = clock.begin.bind(clock);
    // A quick check, which costs nothing.
    const voices = { ...context.voices, isPreview: true };
    const planned = await this.planner.plan(project, { ...context, voices }, { onStep });
    const picked = pickStills(planned.plan, project.stills);

    clock.begin('segments');
    const sound = await this.silence(picked, context);
    const segments = await this.renderSegments(planned, picked, context);

    clock.begin('assemble');
    const folder = join(context.workDir, 'output');
    await mkdir(folder);
    const target = { output: join(folder, MAIN_FILE), signal: context.signal };
    await writeMp4(
      picked.plan,
      segments.map(({ path }) => path),
      sound,
      target,
    );

    clock.begin('publish');
    const files = await this.writeFiles(folder, picked, context);
    context.signal.throwIfAborted();
    await rename(folder, context.outputDir);
    await context.publish?.(context.outputDir, files);
    const { outputDir } = context;
    const report = reportOf(project, { planned, picked, segments });
    const { stills } = picked;
    return { ...report, planned, stills, files, outputDir, steps: clock.end() };
  }

  private silence(
    { plan: { totalFrames, fps } }: PickedStills,
    { workDir, signal }: RenderContext,
  ): Promise<string> {
    const totalSamples = Math.round(sampleOfFrame(totalFrames, fps));
    const noSource = () => {
      throw new Error('Silence has no source.');
    };
    return this.sounds.encode({ sounds: [], totalSamples, loudness: null }, noSource, {
      workDir,
      signal,
    });
  }

  private async renderSegments(
    planned: PlannedVideo,
    { plan }: PickedStills,
    context: RenderContext,
  ): Promise<RenderedSegment[]> {
    try {
      return await this.plans.render({ ...planned, plan }, context);
    } catch (error) {
      throw await explainFailure(error, planned, this.ffmpeg, context);
    }
  }

  private async writeFiles(
    folder: string,
    { plan, stills }: PickedStills,
    { signal }: RenderContext,
  ): Promise<OutputFile[]> {
    const files = [await describeOutput(folder, MAIN_FILE, 'video')];
    for (const [index, { shownAt }] of stills.entries()) {
      const name = stillFile(index);
      const source = {
        video: join(folder, MAIN_FILE),
        frame: shownAt,
        size: plan,
        length: plan,
        stills: stills.length,
      };
      await writeStill(folder, name, source, { ffmpeg: this.ffmpeg, signal });
      files.push(await describeOutput(folder, name, 'poster'));
    }
    return files;
  }
}

interface Rendered {
  readonly planned: PlannedVideo;
  readonly picked: PickedStills;
  readonly segments: readonly RenderedSegment[];
}

function reportOf(
  project: StillProject,
  { planned, picked: { plan, stills }, segments }: Rendered,
): Omit<RenderReport, 'files' | 'outputDir' | 'steps'> {
  const { fps, width, height, totalFrames } = plan;
  return {
    durationSeconds: (totalFrames * fps.den) / fps.num,
    width,
    height,
    frameRate: fps.num / fps.den,
    frames: totalFrames,
    segments: { total: segments.length, cached: segments.filter(({ cached }) => cached).length },
    subtitles: null,
    maxDriftFrames: 0,
    warnings: [...planned.warnings, ...stillWarnings(project, planned, stills)],
  };
}

function stillWarnings(
  { stills, outputs }: StillProject,
  { timeline: { totalFrames, fps } }: PlannedVideo,
  picked: PickedStills['stills'],
): string[] {
  const seconds = ((totalFrames * fps.den) / fps.num).toFixed(2);
  const late = stills.filter((_, index) => picked[index]!.isAfterEnd);
  return [
    ...late.map(
      (ms) => `The video ends at ${seconds} s, so the still of ${ms / 1000} s is its last frame.`,
    ),
    ...(outputs.length > 0 ? ['With "stills", the files of "outputs" are not made.'] : []),
  ];
}
