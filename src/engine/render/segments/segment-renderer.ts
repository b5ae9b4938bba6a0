import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { RASTER_VERSION } from '../../../core/raster/draw-raster.js';
import { segmentFiltergraph } from '../../../core/render/filters/filtergraph.js';
import { segmentInputs } from '../../../core/render/segment/segment-inputs.js';
import type { Segment } from '../../../core/render/segment/types.js';
import { ComplaintLog } from '../../ffmpeg/complaints.js';
import { FfmpegService } from '../../ffmpeg/ffmpeg.service.js';
import type { StoredSource } from '../../media/formats/stored-source.js';
import type { ViewPictures } from '../../views/view-pictures.js';
import { SAMPLER_VERSION } from '../../views/view-sampler.js';
import { countCacheUse } from '../../metrics/cache-use.js';
import { countComplaints } from '../../ffmpeg/complaints.js';

import { encodeSegment } from './encode-segment.js';
import { scopedKey } from '../../files/cache-scope.js';
import type { FileCache } from '../../files/file-cache.js';
import { MovingSegmentEncoder } from '../encoders/moving-segment-encoder.js';
import { type SegmentEncoder, X264 } from '../encoders/segment-encoder.js';
import { writeSegmentFile } from './segment-file.js';
import { SegmentFilters } from './segment-filters.js';

/** Injection token of the cache of segments. */
export const SEGMENT_CACHE = Symbol('SEGMENT_CACHE');

export interface SegmentRun {
  /** Folder of this attempt; the finished segment is put there. */
  readonly workDir: string;
  readonly sourceOf: (contentHash: string) => StoredSource;
  /** Those of the whole render. */
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
  /** Name of the encoder that failed, so that x264 took its place; null: none did. */
  readonly failedEncoder: string | null;
  /** True when a decoder could not read some of its sources' pictures. */
  readonly hasDecodeErrors: boolean;
}

/** Renders segments, and keeps each under the hash of all that its frames depend on. */
@Injectable()
export class SegmentRenderer {
  /** Segments in work in this process: another job of the owner that needs the same one waits for it. */
  private readonly inWork = new Map<string, Promise<unknown>>();

  constructor(
    @Inject(SEGMENT_CACHE) private readonly cache: FileCache,
    private readonly filters: SegmentFilters,
    private readonly ffmpeg: FfmpegService,
    private readonly moving: MovingSegmentEncoder,
  ) {}

  /**
   * A segment from the cache, put into the folder of the attempt.
   *
   * @returns null when it has to be rendered
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
   * A GPU can go away or have no session left while others are at work, so what its encoder fails on is
   * encoded by x264; if that fails too, the encoder was not the cause.
   */
  async render(planned: Segment, run: SegmentRun): Promise<RenderedSegment> {
    // Its captions are written here once, and are gone with it.
    const segment = { ...planned };
    const { encoder } = this.moving;
    if (segment.repeats !== null || encoder === X264) return this.renderWith(X264, segment, run);
    try {
      return await this.renderWith(encoder, segment, run);
    } catch (error) {
      run.signal.throwIfAborted();
      return this.renderInstead(segment, run, error);
    }
  }

  /**
   * Renders a segment by x264 in the place of its encoder.
   *
   * @param reason why its encoder does not do
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
      // Whether it succeeds or fails, the cache tells what to do next.
      await waitUntilSettled(other, run.signal);
    }
    countCacheUse('segments', false);
    const work = this.encode(encoder, segment, path, run).then(async (hasDecodeErrors) => {
      // What the cache has comes without a word, so this is made and told again each time.
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
    const part = join(dir, 'part');
    await writeSegmentFile(part, encoded, encoded.pictures);
    await rename(part, path);
    return countComplaints(complaints.end(), UNREADABLE) > 0;
  }

  private keyOf(segment: Segment, encoder: SegmentEncoder): string {
    const { version, source } = this.ffmpeg.tools;
    const kinds = new Set(segmentInputs(segment).map(({ kind }) => kind));
    const parts = [
      version,
      source,
      segmentFiltergraph(segment),
      encoder.options(segment, 1),
      encoder.fingerprint,
      ...(kinds.has('views') ? [SAMPLER_VERSION] : []),
      ...(kinds.has('shape') || kinds.has('mask') ? [RASTER_VERSION] : []),
    ];
    return createHash('sha256')
      .update(JSON.stringify([...parts, segment]))
      .digest('hex');
  }
}

/**
 * How decoders say that a picture is damaged. They say more than this of pictures that are whole, where a
 * file is read from its middle: of references that are not there, above all.
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

/** A path in a folder of its own, for one segment. */
async function createSegmentPath(workDir: string): Promise<string> {
  await mkdir(workDir, { recursive: true });
  return join(await mkdtemp(join(workDir, 'segment-')), 'segment');
}

/** Resolves when a promise has settled, or nobody wants to know any more. */
async function waitUntilSettled(promise: Promise<unknown>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const done = new AbortController();
  const aborted = once(signal, 'abort', { signal: done.signal });
  await Promise.race([promise, aborted]).catch(() => {});
  done.abort();
  await aborted.catch(() => {});
}
