import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { RASTER_VERSION } from '../../../core/raster/draw-raster.js';
import { graphsOf, segmentGraph } from '../../../core/render/filters/filtergraph.js';
import type { Segment } from '../../../core/render/segment/types.js';
import { ComplaintLog } from '../../ffmpeg/complaints.js';
import { FfmpegService } from '../../ffmpeg/ffmpeg.service.js';
import type { StoredSource } from '../../media/formats/stored-source.js';
import type { ViewPictures } from '../../views/view-pictures.js';
import { SAMPLER_VERSION } from '../../views/view-sampler.js';
import { countCacheUse } from '../../figures/cache-use.js';
import { countComplaints } from '../../ffmpeg/complaints.js';

import { encodeSegment } from './encode-segment.js';
import { scopedKey } from '../../files/cache-scope.js';
import type { FileCache } from '../../files/file-cache.js';
import { MovingSegmentEncoder } from '../encoders/moving-segment-encoder.js';
import { type SegmentEncoder, X264 } from '../encoders/segment-encoder.js';
import { writeSegmentFile } from './segment-file.js';
import { SegmentFilters } from './segment-filters.js';
import { writeAtomically } from '../../files/write-atomically.js';

/**
 * Raise it when the same segment may become another file, and its filters and encoder options do not show it.
 * test/structure/cache-versions.spec.ts notices.
 */
export const SEGMENT_VERSION = 5;

/** Injection token of the cache of segments. */
export const SEGMENT_CACHE = Symbol('SEGMENT_CACHE');

export interface SegmentRun {
  /** The folder of this attempt, in which the finished segment is written. */
  readonly workDir: string;
  readonly sourceOf: (contentHash: string) => StoredSource;
  /** The pictures of the whole render. */
  readonly pictures: ViewPictures;
  readonly signal: AbortSignal;
  /** Threads of the encoder. */
  readonly threads: number;
  /** Called with the number of pictures encoded so far. */
  readonly onPicture: (picture: number) => void;
}

export interface RenderedSegment {
  readonly path: string;
  readonly cached: boolean;
  /** Name of the encoder that failed and was replaced by x264, or null. */
  readonly failedEncoder: string | null;
  /** True if a decoder could not read some pictures of the sources. */
  readonly hasDecodeErrors: boolean;
}

/** Renders segments. Caches each by the hash of everything that its frames depend on. */
@Injectable()
export class SegmentRenderer {
  /** Segments that this process renders now. Another job of the same owner that needs one waits for it. */
  private readonly inWork = new Map<string, Promise<unknown>>();

  constructor(
    @Inject(SEGMENT_CACHE) private readonly cache: FileCache,
    private readonly filters: SegmentFilters,
    private readonly ffmpeg: FfmpegService,
    private readonly moving: MovingSegmentEncoder,
  ) {}

  /**
   * Links a segment from the cache into the folder of the attempt.
   *
   * @returns null if the segment must be rendered
   */
  async take(planned: Segment, workDir: string): Promise<RenderedSegment | null> {
    const segment = { ...planned };
    const path = await createSegmentPath(workDir);
    const encoder = segment.repeats === null ? this.moving.encoder : X264;
    if (!(await this.cache.take(this.keyOf(segment, encoder), path))) return null;
    countCacheUse('segments', true);
    return { path, cached: true, failedEncoder: null, hasDecodeErrors: false };
  }

  /**
   * Links a segment that another worker has just rendered into the folder of the attempt.
   *
   * @returns null if it is not in the cache
   */
  async collect(
    planned: Segment,
    workDir: string,
    failedEncoder: string | null,
  ): Promise<RenderedSegment | null> {
    const segment = { ...planned };
    const path = await createSegmentPath(workDir);
    const isMoving = segment.repeats === null && failedEncoder === null;
    const key = this.keyOf(segment, isMoving ? this.moving.encoder : X264);
    if (!(await this.cache.takeNew(key, path))) return null;
    return { path, cached: false, failedEncoder, hasDecodeErrors: false };
  }

  /**
   * Renders a segment. A GPU may disappear, or have no free session while others use it, so segments on which
   * its encoder fails are encoded by x264. If x264 fails too, the encoder was not the cause. Drafts are always
   * encoded by x264, which starts sooner.
   */
  async render(planned: Segment, run: SegmentRun): Promise<RenderedSegment> {
    // A copy, so that the captions that are written into it are released with it.
    const segment = { ...planned };
    const { encoder } = this.moving;
    const isQuick = segment.repeats !== null || segment.encodedSize !== undefined;
    if (isQuick || encoder === X264) return this.renderWith(X264, segment, run);
    try {
      return await this.renderWith(encoder, segment, run);
    } catch (error) {
      run.signal.throwIfAborted();
      return this.renderInstead(segment, run, error);
    }
  }

  /**
   * Renders a segment with x264 instead of its encoder.
   *
   * @param reason why the encoder failed
   */
  async renderInstead(
    segment: Segment,
    run: SegmentRun,
    reason: unknown,
  ): Promise<RenderedSegment> {
    const rendered = await this.renderWith(X264, segment, run);
    this.moving.recordFailure(reason);
    return { ...rendered, failedEncoder: this.moving.encoder.name };
  }

  private async renderWith(
    encoder: SegmentEncoder,
    segment: Segment,
    run: SegmentRun,
  ): Promise<RenderedSegment> {
    const path = await createSegmentPath(run.workDir);
    const key = this.keyOf(segment, encoder);
    const scoped = scopedKey(key);
    for (;;) {
      run.signal.throwIfAborted();
      if (await this.cache.take(key, path)) {
        countCacheUse('segments', true);
        return { path, cached: true, failedEncoder: null, hasDecodeErrors: false };
      }
      const other = this.inWork.get(scoped);
      if (other === undefined) break;
      // Whether the other render succeeds or fails, the cache shows what to do next.
      await waitUntilSettled(other, run.signal);
    }
    countCacheUse('segments', false);
    const work = this.encode(encoder, segment, path, run).then(async (hasDecodeErrors) => {
      // Segments from the cache come without warnings, so a segment with decode errors is not cached, and
      // warns each time.
      if (!hasDecodeErrors) await this.cache.keep(key, path);
      return hasDecodeErrors;
    });
    this.inWork.set(scoped, work);
    try {
      return { path, cached: false, failedEncoder: null, hasDecodeErrors: await work };
    } finally {
      this.inWork.delete(scoped);
    }
  }

  private async encode(
    encoder: SegmentEncoder,
    segment: Segment,
    path: string,
    { sourceOf, pictures, signal, threads, onPicture }: SegmentRun,
  ): Promise<boolean> {
    const dir = dirname(path);
    const complaints = new ComplaintLog();
    const encoded = await encodeSegment(segment, this.filters, {
      folder: join(dir, 'encode'),
      encoder,
      threads,
      sourceOf,
      pictures,
      signal,
      onPicture,
      complaints,
    });
    await writeAtomically(path, (part) => writeSegmentFile(part, encoded, encoded.pictures));
    return countComplaints(complaints.end(), UNREADABLE) > 0;
  }

  private keyOf(segment: Segment, encoder: SegmentEncoder): string {
    const { fingerprint } = this.ffmpeg.tools;
    const graphs = graphsOf(segmentGraph(segment));
    const kinds = new Set(graphs.flatMap(({ inputs }) => inputs.map(({ kind }) => kind)));
    const drawn = ['shape', 'mask', 'border'] as const;
    const parts = [
      SEGMENT_VERSION,
      fingerprint,
      graphs.map(({ filtergraph }) => filtergraph),
      encoder.options(segment, 1),
      encoder.fingerprint,
      ...(kinds.has('views') || kinds.has('motion') ? [SAMPLER_VERSION] : []),
      ...(drawn.some((kind) => kinds.has(kind)) ? [RASTER_VERSION] : []),
    ];
    return createHash('sha256')
      .update(JSON.stringify([...parts, segment]))
      .digest('hex');
  }
}

/**
 * Messages of decoders about damaged pictures. Other messages also occur with intact files that are read from
 * the middle, most of all about missing references.
 */
const UNREADABLE = new RegExp(
  [
    'Error while decoding stream',
    'Error submitting packet to decoder',
    'concealing n',
    'Invalid NAL unit size',
    'error while decoding MB',
    'LZW decode failed',
  ].join('|'),
);

/** A path in a new folder for one segment. */
export async function createSegmentPath(workDir: string): Promise<string> {
  await mkdir(workDir, { recursive: true });
  return join(await mkdtemp(join(workDir, 'segment-')), 'segment');
}

/** Resolves when the promise has settled or the signal is aborted. */
async function waitUntilSettled(promise: Promise<unknown>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const done = new AbortController();
  const aborted = once(signal, 'abort', { signal: done.signal });
  await Promise.race([promise, aborted]).catch(() => {});
  done.abort();
  await aborted.catch(() => {});
}
