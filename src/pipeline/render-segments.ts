import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pictureCount } from '../core/render/segment-layers.js';
import type { RenderPlan, Segment } from '../core/render/types.js';
import { Semaphore } from '../engine/ffmpeg/semaphore.js';
import type { ProbedSource } from '../engine/media/probe-source.js';
import { ViewPictures } from '../engine/views/view-pictures.js';
import type { RenderedSegment } from '../engine/render/segment-renderer.js';
import { allOrNone } from './all-or-none.js';
import type { RenderContext, RenderEngines } from './render-context.js';

/**
 * Renders the segments of a plan, as many at once as there are cores; ffmpeg itself is bounded over
 * all jobs of the process. The first that fails stops the others.
 */
export async function renderSegments(
  plan: RenderPlan,
  { segments: renderer, ffmpeg }: RenderEngines,
  sourceOf: (contentHash: string) => ProbedSource,
  { signal, onProgress, workDir }: RenderContext,
): Promise<RenderedSegment[]> {
  const cores = availableParallelism();
  const turns = new Semaphore(cores);
  // Segments run side by side; where there are too few of them, each uses several cores.
  const threads = Math.max(1, Math.ceil(cores / plan.segments.length));
  const framesDone = plan.segments.map(() => 0);
  const renderWith = (either: AbortSignal) => {
    const pictures = new ViewPictures(join(workDir, 'pictures'), sourceOf, ffmpeg, either);
    return (segment: Segment, index: number) => renderOne(segment, index, pictures, either);
  };
  const renderOne = (
    segment: Segment,
    index: number,
    pictures: ViewPictures,
    either: AbortSignal,
  ) =>
    turns.run(async () => {
      either.throwIfAborted();
      const report = (frames: number) => {
        // A segment may be encoded a second time, when the first encoder fails.
        framesDone[index] = Math.max(framesDone[index]!, frames);
        const done = framesDone.reduce((sum, count) => sum + count, 0);
        onProgress('segments', done / plan.totalFrames);
      };
      const rendered = await renderer.render(segment, {
        workDir: join(workDir, 'segments'),
        sourceOf,
        pictures,
        signal: either,
        threads,
        onPicture: (pictures) => report(framesShownBy(segment, pictures)),
      });
      report(segment.frameCount);
      return rendered;
    });
  return allOrNone<RenderedSegment[]>(signal, (either) => plan.segments.map(renderWith(either)));
}

/** Frames that so many encoded pictures make: a still segment shows each for several. */
function framesShownBy(segment: Segment, pictures: number): number {
  return Math.round(segment.frameCount * Math.min(1, pictures / pictureCount(segment)));
}
