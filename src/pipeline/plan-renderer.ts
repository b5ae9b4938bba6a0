import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { pictureCount } from '../core/render/segment/segment-layers.js';
import type { Segment } from '../core/render/segment/types.js';
import { allOrNone } from '../engine/concurrency/all-or-none.js';
import { Semaphore } from '../engine/concurrency/semaphore.js';
import { FfmpegService } from '../engine/ffmpeg/ffmpeg.service.js';
import { MovingSegmentEncoder } from '../engine/render/encoders/moving-segment-encoder.js';
import { findIncompatibleSegments } from '../engine/render/segments/parameter-set-list.js';
import { X264 } from '../engine/render/encoders/segment-encoder.js';
import {
  type RenderedSegment,
  SegmentRenderer,
  type SegmentRun,
} from '../engine/render/segments/segment-renderer.js';
import { ViewPictures } from '../engine/views/view-pictures.js';
import type { PlannedVideo } from './types/planned-video.js';
import type { RenderContext } from './types/render-context.js';

export type PlanInput = Pick<PlannedVideo, 'plan' | 'sourceOf'>;
export type PlanRunContext = Pick<RenderContext, 'signal' | 'workDir' | 'onProgress'>;

/**
 * Renders all segments of a plan. Takes cached segments from the cache and renders the others
 * concurrently, one per core. (`FfmpegService` limits the processes of all jobs.) The first failure stops
 * all of them.
 */
@Injectable()
export class PlanRenderer {
  constructor(
    private readonly segments: SegmentRenderer,
    private readonly moving: MovingSegmentEncoder,
    private readonly ffmpeg: FfmpegService,
  ) {}

  async render(input: PlanInput, context: PlanRunContext): Promise<RenderedSegment[]> {
    const run = new PlanRun(input, context, this.ffmpeg);
    const cached = await run.takeCached((segment, folder) => this.segments.take(segment, folder));
    const missing = [...cached.keys()].filter((index) => cached[index] === null);
    const encoded = await run.render(missing, (segment, options) =>
      this.segments.render(segment, options),
    );
    const rendered = cached.map((segment, index) => segment ?? encoded[missing.indexOf(index)]!);
    if (this.moving.encoder === X264) return rendered;
    return this.replaceIncompatible(rendered, run);
  }

  /**
   * Re-encodes segments that cannot be joined to the others. The parameter sets of x264 are always the same,
   * but a hardware driver may change them.
   */
  private async replaceIncompatible(
    rendered: readonly RenderedSegment[],
    run: PlanRun,
  ): Promise<RenderedSegment[]> {
    const incompatible = await findIncompatibleSegments(rendered.map(({ path }) => path));
    const reason = new Error('its parameter sets differ from those of an earlier segment');
    const replaced = await run.render(incompatible, (segment, options) =>
      this.segments.renderInstead(segment, options, reason),
    );
    return rendered.map((segment, index) => replaced[incompatible.indexOf(index)] ?? segment);
  }
}

type RenderSegment = (segment: Segment, options: SegmentRun) => Promise<RenderedSegment>;

/** One render of a plan: its folder, its progress, and one slot per core. */
class PlanRun {
  private readonly cores = availableParallelism();
  private readonly slots = new Semaphore(this.cores);
  private readonly folder: string;
  private readonly framesDone: number[];

  constructor(
    private readonly input: PlanInput,
    private readonly context: PlanRunContext,
    private readonly ffmpeg: FfmpegService,
  ) {
    this.folder = join(context.workDir, 'segments');
    this.framesDone = input.plan.segments.map(() => 0);
  }

  /** @returns the cached segments in the order of the plan; null for the others */
  takeCached(
    take: (segment: Segment, folder: string) => Promise<RenderedSegment | null>,
  ): Promise<(RenderedSegment | null)[]> {
    const { segments } = this.input.plan;
    return this.eachInSlot([...segments.keys()], async (index) => {
      const segment = segments[index]!;
      const cached = await take(segment, this.folder);
      if (cached) this.report(index, segment.frameCount);
      return cached;
    });
  }

  /** @returns the rendered segments in the order of `indices` */
  render(indices: readonly number[], renderSegment: RenderSegment): Promise<RenderedSegment[]> {
    const { plan, sourceOf } = this.input;
    // If there are fewer segments than cores, each segment uses several cores.
    const threads = Math.max(1, Math.ceil(this.cores / indices.length));
    let pictures: ViewPictures | null = null;
    return this.eachInSlot(indices, async (index, signal) => {
      const folder = join(this.context.workDir, 'pictures');
      pictures ??= new ViewPictures(folder, sourceOf, this.ffmpeg, signal);
      const segment = plan.segments[index]!;
      const rendered = await renderSegment(segment, {
        workDir: this.folder,
        sourceOf,
        pictures,
        signal,
        threads,
        onPicture: (count) => this.report(index, framesOfPictures(segment, count)),
      });
      this.report(index, segment.frameCount);
      return rendered;
    });
  }

  private eachInSlot<T>(
    indices: readonly number[],
    action: (index: number, signal: AbortSignal) => Promise<T>,
  ): Promise<T[]> {
    return allOrNone<T[]>(this.context.signal, (signal) =>
      indices.map((index) =>
        this.slots.run(async () => {
          signal.throwIfAborted();
          return action(index, signal);
        }),
      ),
    );
  }

  private report(index: number, frames: number): void {
    // If the first encoder fails, the segment is encoded again from its first frame.
    this.framesDone[index] = Math.max(this.framesDone[index]!, frames);
    const done = this.framesDone.reduce((sum, count) => sum + count, 0);
    this.context.onProgress('segments', done / this.input.plan.totalFrames);
  }
}

/** The number of frames that the first `pictures` cover. A still segment repeats its picture. */
function framesOfPictures(segment: Segment, pictures: number): number {
  return Math.round(segment.frameCount * Math.min(1, pictures / pictureCount(segment)));
}
