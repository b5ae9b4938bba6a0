import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pictureCount } from '../core/render/segment/segment-layers.js';
import type { RenderPlan, Segment } from '../core/render/segment/types.js';
import { Semaphore } from '../engine/concurrency/semaphore.js';
import type { ProbedSource } from '../engine/media/probe/probe-source.js';
import { ViewPictures } from '../engine/views/view-pictures.js';
import { findIncompatibleSegments } from '../engine/render/segments/parameter-set-list.js';
import { X264 } from '../engine/render/encoders/segment-encoder.js';
import type { RenderedSegment, SegmentRun } from '../engine/render/segments/segment-renderer.js';
import { allOrNone } from '../engine/concurrency/all-or-none.js';
import type { RenderContext, RenderEngines } from './render-context.js';

/**
 * Renders the segments of a plan: those that are known come from the cache, the others are made, as many
 * at once as there are cores; ffmpeg itself is bounded over all jobs of the process. The first that fails
 * stops the others.
 */
export async function renderSegments(
  plan: RenderPlan,
  { segments: renderer, encoder, ffmpeg }: RenderEngines,
  sourceOf: (contentHash: string) => ProbedSource,
  { signal, onProgress, workDir }: RenderContext,
): Promise<RenderedSegment[]> {
  const cores = availableParallelism();
  const turns = new Semaphore(cores);
  const folder = join(workDir, 'segments');
  const framesDone = plan.segments.map(() => 0);
  const report = (index: number, frames: number) => {
    // A segment may be encoded a second time, when the first encoder fails.
    framesDone[index] = Math.max(framesDone[index]!, frames);
    const done = framesDone.reduce((sum, count) => sum + count, 0);
    onProgress('segments', done / plan.totalFrames);
  };
  /** Renders some of the segments in one of the renderer's ways. */
  const renderEach = (indices: readonly number[], how: Rendering) => {
    // Segments run side by side; where there are too few of them, each uses several cores.
    const threads = Math.max(1, Math.ceil(cores / indices.length));
    return allOrNone<RenderedSegment[]>(signal, (either) => {
      const pictures = new ViewPictures(join(workDir, 'pictures'), sourceOf, ffmpeg, either);
      return indices.map((index) =>
        turns.run(async () => {
          either.throwIfAborted();
          const segment = plan.segments[index]!;
          const rendered = await how(segment, {
            workDir: folder,
            sourceOf,
            pictures,
            signal: either,
            threads,
            onPicture: (picture) => report(index, framesShownBy(segment, picture)),
          });
          report(index, segment.frameCount);
          return rendered;
        }),
      );
    });
  };

  const known = await allOrNone<(RenderedSegment | null)[]>(signal, (either) =>
    plan.segments.map((segment, index) =>
      turns.run(async () => {
        either.throwIfAborted();
        const taken = await renderer.take(segment, folder);
        if (taken) report(index, segment.frameCount);
        return taken;
      }),
    ),
  );
  const missing = [...known.keys()].filter((index) => known[index] === null);
  const made = await renderEach(missing, (segment, run) => renderer.render(segment, run));
  const rendered = known.map((one, index) => one ?? made[missing.indexOf(index)]!);
  if (encoder.encoder === X264) return rendered;
  // x264's parameter sets are always the same; of a driver nobody can be sure.
  const strangers = await findIncompatibleSegments(rendered.map(({ path }) => path));
  const reason = new Error('its parameter sets differ from those of an earlier segment');
  const replaced = await renderEach(strangers, (segment, run) =>
    renderer.renderInstead(segment, run, reason),
  );
  return rendered.map((one, index) => replaced[strangers.indexOf(index)] ?? one);
}

type Rendering = (segment: Segment, run: SegmentRun) => Promise<RenderedSegment>;

/** Frames that so many encoded pictures make: a still segment shows each for several. */
function framesShownBy(segment: Segment, pictures: number): number {
  return Math.round(segment.frameCount * Math.min(1, pictures / pictureCount(segment)));
}
