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
import { planSpread } from './spread/plan-spread.js';
import { SharedPlan } from './spread/shared-plan.js';
import { SpreadWork } from './spread/spread-work.js';

export type PlanInput = Pick<PlannedVideo, 'plan' | 'sourceOf'>;
export type PlanRunContext = Pick<RenderContext, 'signal' | 'workDir' | 'onProgress' | 'helpers'>;

/**
 * Renders all segments of a plan. Takes cached segments from the cache and renders the others
 * concurrently, one per core. (`FfmpegService` limits the processes of all jobs.) The first failure stops
 * all of them. Other workers help with a long plan.
 */
@Injectable()
export class PlanRenderer {
  constructor(
    private readonly segments: SegmentRenderer,
    private readonly moving: MovingSegmentEncoder,
    private readonly ffmpeg: FfmpegService,
  ) {}

  async render(input: PlanInput, context: PlanRunContext): Promise<RenderedSegment[]> {
    const run = new PlanRun(input, context, { ffmpeg: this.ffmpeg, segments: this.segments });
    const cached = await run.takeCached();
    const missing = [...cached.keys()].filter((index) => cached[index] === null);
    const encoded = await run.renderOrSpread(missing);
    const rendered = cached.map((segment, index) => segment ?? encoded.get(index)!);
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
    return rendered.map((segment, index) => replaced.get(index) ?? segment);
  }
}

type RenderSegment = (segment: Segment, options: SegmentRun) => Promise<RenderedSegment>;

interface Engines {
  readonly ffmpeg: FfmpegService;
  readonly segments: SegmentRenderer;
}

/** One render of a plan: its folder, its progress, and one slot per core. */
class PlanRun {
  private readonly cores = availableParallelism();
  private readonly slots = new Semaphore(this.cores);
  private readonly folder: string;
  private readonly framesDone: number[];

  constructor(
    private readonly input: PlanInput,
    private readonly context: PlanRunContext,
    private readonly engines: Engines,
  ) {
    this.folder = join(context.workDir, 'segments');
    this.framesDone = input.plan.segments.map(() => 0);
  }

  /** @returns the cached segments in the order of the plan; null for the others */
  takeCached(): Promise<(RenderedSegment | null)[]> {
    const { segments } = this.input.plan;
    return this.eachInSlot([...segments.keys()], async (index) => {
      const segment = segments[index]!;
      const cached = await this.engines.segments.take(segment, this.folder);
      if (cached) this.report(index, segment.frameCount);
      return cached;
    });
  }

  /** Renders segments here and, if they take long, on other workers too. */
  async renderOrSpread(indices: readonly number[]): Promise<ReadonlyMap<number, RenderedSegment>> {
    const { segments: engine } = this.engines;
    const render: RenderSegment = (segment, options) => engine.render(segment, options);
    const { helpers, workDir } = this.context;
    const { segments } = this.input.plan;
    const chunks = helpers && planSpread(segments, indices, this.cores, helpers.fromSeconds);
    if (!helpers || !chunks) return this.render(indices, render);
    await helpers.share.open(workDir);
    const threads = this.threadsFor(indices);
    const context = { share: helpers.share, engine, folder: this.folder, threads };
    const shared = new SharedPlan(this.input, context);
    const work = new SpreadWork(chunks, helpers, {
      lanes: this.cores,
      render: this.renderer(threads, render),
      collect: async (index, name, outcome) => {
        const rendered = await shared.collect(index, name, outcome);
        if (rendered) this.report(index, this.input.plan.segments[index]!.frameCount);
        return rendered;
      },
      share: shared.put.bind(shared),
      patienceMs: shared.patienceMs.bind(shared),
    });
    return work.run(this.context.signal);
  }

  /** @returns the rendered segments by their index */
  async render(
    indices: readonly number[],
    renderSegment: RenderSegment,
  ): Promise<ReadonlyMap<number, RenderedSegment>> {
    const renderOne = this.renderer(this.threadsFor(indices), renderSegment);
    const rendered = await this.eachInSlot(indices, renderOne);
    return new Map(indices.map((index, position) => [index, rendered[position]!]));
  }

  /** If there are fewer segments than cores, each segment uses several cores. */
  private threadsFor(indices: readonly number[]): number {
    return Math.max(1, Math.ceil(this.cores / indices.length));
  }

  private renderer(threads: number, renderSegment: RenderSegment) {
    const { plan, sourceOf } = this.input;
    let pictures: ViewPictures | null = null;
    return async (index: number, signal: AbortSignal): Promise<RenderedSegment> => {
      const folder = join(this.context.workDir, 'pictures');
      pictures ??= new ViewPictures(folder, sourceOf, this.engines.ffmpeg, signal);
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
    };
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
