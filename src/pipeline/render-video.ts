import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { MAIN_FILE } from '../core/job/output-file.js';
import { STEPS, type Step } from '../core/job/steps.js';
import type { Project } from '../core/project/types.js';
import { boundaryDrifts } from '../core/timeline/drift.js';
import { assemble } from '../engine/render/assemble.js';
import { allOrNone } from './all-or-none.js';
import { describeOutput } from './output-files.js';
import { planVideo } from './plan-video.js';
import type { RenderContext, RenderEngines, RenderReport } from './render-context.js';
import { renderSegments } from './render-segments.js';
import { writeSidecars } from './write-sidecars.js';

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
  const { signal } = context;
  const clock = new StepClock(context);

  const { timeline, plan, captions, warnings, sourceOf } = await planVideo(
    project,
    engines,
    context,
    (step) => clock.begin(step),
  );

  clock.begin('segments');
  const [sound, segments] = await allOrNone(signal, (either) => [
    engines.sounds.encode(
      timeline,
      (hash) => {
        const source = sourceOf(hash);
        return { path: source.pcmPath!, samples: source.probe.audioSamples! };
      },
      { workDir: context.workDir, signal: either },
    ),
    renderSegments(plan, engines, sourceOf, { ...context, signal: either }),
  ]);

  clock.begin('assemble');
  const paths = segments.map((segment) => segment.path);
  const video = await assemble(plan, paths, sound, {
    ...engines,
    workDir: context.workDir,
    signal,
  });

  clock.begin('publish');
  signal.throwIfAborted();
  const made = join(context.workDir, 'output');
  await mkdir(made);
  await rename(video, join(made, MAIN_FILE));
  const files = [
    await describeOutput(made, MAIN_FILE, 'video'),
    ...(captions ? await writeSidecars(made, captions, timeline) : []),
  ];
  await rename(made, context.outputDir);

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
    warnings,
  };
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
