import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readStream } from '../../core/h264/access-units.js';
import { presentationOrder } from '../../core/h264/presentation-order.js';
import { fillStills } from '../../core/h264/still-fill.js';
import { RASTER_VERSION } from '../../core/raster/draw-raster.js';
import { segmentFiltergraph } from '../../core/render/filtergraph.js';
import { segmentInputs } from '../../core/render/segment-inputs.js';
import type { Segment } from '../../core/render/types.js';
import type { FfmpegTools } from '../ffmpeg/locate-ffmpeg.js';
import type { StoredSource } from '../media/media-store.js';
import type { ViewPictures } from '../views/view-pictures.js';
import { SAMPLER_VERSION } from '../views/view-sampler.js';
import { encoderOptions } from './encoder-options.js';
import { noteCacheUse } from '../metrics/cache-use.js';
import type { FileCache } from './file-cache.js';
import { type CodedPicture, writeSegmentFile } from './segment-file.js';
import type { SegmentFilters } from './segment-filters.js';

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
}

/** Renders segments, and keeps each under the hash of all that its frames depend on. */
export class SegmentRenderer {
  /** Segments in work in this process: another job that needs the same one waits for it. */
  private readonly inWork = new Map<string, Promise<unknown>>();

  constructor(
    private readonly cache: FileCache,
    private readonly filters: SegmentFilters,
    private readonly tools: FfmpegTools,
  ) {}

  async render(segment: Segment, run: SegmentRun): Promise<RenderedSegment> {
    await mkdir(run.workDir, { recursive: true });
    const dir = await mkdtemp(join(run.workDir, 'segment-'));
    const path = join(dir, 'segment');
    const key = this.keyOf(segment);
    for (;;) {
      run.signal.throwIfAborted();
      if (await this.cache.take(key, path)) {
        noteCacheUse('segments', true);
        return { path, cached: true };
      }
      const other = this.inWork.get(key);
      if (other === undefined) break;
      // Whether it succeeds or fails, the cache tells what to do next.
      await settled(other, run.signal);
    }
    noteCacheUse('segments', false);
    const work = this.encode(segment, dir, path, run).then(() => this.cache.keep(key, path));
    this.inWork.set(key, work);
    try {
      await work;
    } finally {
      this.inWork.delete(key);
    }
    return { path, cached: false };
  }

  private async encode(segment: Segment, dir: string, path: string, run: SegmentRun) {
    const encodeDir = join(dir, 'encode');
    const { sourceOf, pictures, signal, threads, onPicture } = run;
    await this.filters.run(segment, {
      ...{ folder: encodeDir, sourceOf, pictures, signal, threads, onPicture },
      outputOptions: [...encoderOptions(segment, threads), '-an', '-f', 'h264'],
      output: 'stream.h264',
    });
    const stream = readStream(await readFile(join(encodeDir, 'stream.h264')));
    const part = join(encodeDir, 'part');
    await writeSegmentFile(part, stream, codedPictures(segment, stream.accessUnits));
    await rename(part, path);
    await rm(encodeDir, { recursive: true, force: true });
  }

  private keyOf(segment: Segment): string {
    const { version, source } = this.tools;
    const kinds = new Set(segmentInputs(segment).map(({ kind }) => kind));
    const parts = [
      ...[version, source, segmentFiltergraph(segment), encoderOptions(segment, 1)],
      ...(kinds.has('views') ? [SAMPLER_VERSION] : []),
      ...(kinds.has('shape') || kinds.has('mask') ? [RASTER_VERSION] : []),
    ];
    return createHash('sha256')
      .update(JSON.stringify([...parts, segment]))
      .digest('hex');
  }
}

/** Resolves when a promise has settled, or nobody wants to know any more. */
async function settled(promise: Promise<unknown>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const done = new AbortController();
  const aborted = once(signal, 'abort', { signal: done.signal });
  await Promise.race([promise, aborted]).catch(() => {});
  done.abort();
  await aborted.catch(() => {});
}

/** The pictures of all frames of a segment, in the order of decoding. */
function codedPictures(
  { repeats, frameCount }: Segment,
  units: ReturnType<typeof readStream>['accessUnits'],
): CodedPicture[] {
  if (repeats !== null) {
    return fillStills(units, repeats).map(({ nals, idr }, frame) => ({ nals, frame, sync: idr }));
  }
  if (units.length !== frameCount) {
    throw new Error(`${units.length} pictures were encoded, ${frameCount} planned`);
  }
  const order = presentationOrder(units);
  return units.map(({ slices, idr }, index) => ({
    nals: slices,
    frame: order[index]!,
    sync: idr,
  }));
}
