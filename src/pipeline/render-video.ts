import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { MAIN_FILE } from '../core/job/output-file.js';
import { STEPS, type Step } from '../core/job/steps.js';
import type { Project } from '../core/project/types/index.js';
import { boundaryDrifts } from '../core/timeline/drift.js';
import type { RenderedSegment } from '../engine/render/segments/segment-renderer.js';
import { writeMp4 } from '../engine/render/mp4/write-mp4.js';
import { allOrNone } from '../engine/concurrency/all-or-none.js';
import { blameSource } from './sources/blame-source.js';
import { describeOutput } from './outputs/output-files.js';
import { planVideo, type PlannedVideo } from './plan-video.js';
import type { RenderContext, RenderEngines, RenderReport } from './render-context.js';
import { renderSegments } from './render-segments.js';
import { spoiltSources } from './sources/spoilt-sources.js';
import { refuseMissingEncoders, writeOutputs } from './outputs/write-outputs.js';
import { writeSidecars } from './outputs/write-sidecars.js';

/**
 * Makes the video of a project: fetch, probe, timeline, words, captions, plan, segments, assemble,
 * publish.
 *
 * @throws JobFailure for what the project's author can mend; anything else is a fault of ours or of
 * the machine
 */
export async function renderVideo(
  project: Project,
  engines: RenderEngines,
  context: RenderContext,
): Promise<RenderReport> {
  const { signal, workDir } = context;
  const clock = new StepClock(context);

  const { main, others } = await planAll(project, engines, context, clock);
  const { timeline, captions, warnings } = main;
  refuseMissingEncoders(project.outputs, engines.ffmpeg);

  clock.begin('segments');
  const videos = [{ name: MAIN_FILE, planned: main }, ...others];
  const [sound, rendered] = await allOrNone(signal, (either) => [
    encodeSound(main, project.loudness, engines, workDir, either),
    renderAll(videos, engines, { ...context, signal: either }),
  ]);

  clock.begin('assemble');
  const made = join(workDir, 'output');
  await mkdir(made);
  for (const [index, { name, planned }] of videos.entries()) {
    const paths = rendered[index]!.map((segment) => segment.path);
    await writeMp4(planned.plan, paths, sound, { output: join(made, name), signal });
  }

  clock.begin('publish');
  const derived = project.outputs.filter((output) => output.type !== 'video');
  const from = { video: join(made, MAIN_FILE), sound, length: timeline, signal };
  const files = [
    ...(await Promise.all(videos.map(({ name }) => describeOutput(made, name, 'video')))),
    ...(captions ? await writeSidecars(made, captions, timeline) : []),
    ...(await writeOutputs(made, derived, { ...engines, ...from })),
  ];
  signal.throwIfAborted();
  await rename(made, context.outputDir);

  const segments = rendered.flat();
  const { fps, totalFrames } = timeline;
  return {
    outputDir: context.outputDir,
    files,
    durationSeconds: (totalFrames * fps.den) / fps.num,
    width: timeline.width,
    height: timeline.height,
    frameRate: fps.num / fps.den,
    frames: totalFrames,
    segments: { total: segments.length, cached: segments.filter(({ cached }) => cached).length },
    subtitles: captions && {
      words: captions.timing.words.length,
      method: captions.timing.method,
    },
    maxDriftFrames: Math.max(0, ...boundaryDrifts(timeline).map(Math.abs)),
    steps: clock.end(),
    warnings: [
      ...warnings,
      ...spoiltSources(
        videos.map(({ planned }, index) => ({ ...planned, rendered: rendered[index]! })),
      ),
      ...encoderWarnings(segments),
    ],
  };
}

/** A video that is made in a job, and the name of its file. */
interface NamedPlan {
  readonly name: string;
  readonly planned: PlannedVideo;
}

/** The video and those beside it, of sources that are fetched once for all. */
async function planAll(
  project: Project,
  engines: RenderEngines,
  context: RenderContext,
  clock: StepClock,
): Promise<{ main: PlannedVideo; others: NamedPlan[] }> {
  const session = engines.media.open(context.onSourceRetry);
  try {
    const at = { ...context, session };
    const main = await planVideo(project, engines, at, (step) => clock.begin(step));
    const others: NamedPlan[] = [];
    for (const output of project.outputs) {
      if (output.type !== 'video') continue;
      const planned = await planVideo(output.project, engines, { ...at, onProgress: () => {} });
      others.push({ name: `${output.name}.mp4`, planned });
    }
    return { main, others };
  } finally {
    session.close();
  }
}

function encodeSound(
  { timeline, pcmOf }: PlannedVideo,
  loudness: number | null,
  { sounds }: RenderEngines,
  workDir: string,
  signal: AbortSignal,
): Promise<string> {
  return sounds.encode({ ...timeline, loudness }, pcmOf, { workDir, signal });
}

/** Renders the segments of videos, one video after another. */
async function renderAll(
  videos: readonly NamedPlan[],
  engines: RenderEngines,
  context: RenderContext,
): Promise<RenderedSegment[][]> {
  const rendered: RenderedSegment[][] = [];
  for (const { planned } of videos) {
    const done = rendered.length;
    const onProgress: RenderContext['onProgress'] = (step, fraction) =>
      context.onProgress(step, (done + fraction) / videos.length);
    try {
      rendered.push(
        await renderSegments(planned.plan, engines, planned.sourceOf, { ...context, onProgress }),
      );
    } catch (error) {
      throw await blameSource(error, planned, engines, context);
    }
  }
  return rendered;
}

/** What the author of a video may know of encoders that failed; why they did is the operator's. */
function encoderWarnings(segments: readonly RenderedSegment[]): string[] {
  const failed = segments.flatMap(({ failedEncoder }) => failedEncoder ?? []);
  if (failed.length === 0) return [];
  return [
    `The encoder ${failed[0]} failed on ${failed.length} of ${segments.length} segments; libx264 encoded them.`,
  ];
}

/** Measures the steps as one begins after another. */
class StepClock {
  private readonly done: { step: Step; seconds: number }[] = [];
  private current: { step: Step; since: number } | null = null;

  constructor(private readonly context: RenderContext) {}

  begin(step: Step): void {
    this.context.signal.throwIfAborted();
    this.close();
    this.current = { step, since: performance.now() };
    this.context.onProgress(step, 0);
  }

  end() {
    this.close();
    return this.done.sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step));
  }

  private close(): void {
    if (!this.current) return;
    const { step, since } = this.current;
    const seconds = Math.round(performance.now() - since) / 1000;
    this.done.push({ step, seconds });
    this.context.onStepEnd?.(step, seconds);
    this.current = null;
  }
}
