import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Segment } from '../../core/render/segment/types.js';
import { allOrNone } from '../../engine/concurrency/all-or-none.js';
import { Semaphore } from '../../engine/concurrency/semaphore.js';
import { FfmpegService } from '../../engine/ffmpeg/ffmpeg.service.js';
import type { StoredSource } from '../../engine/media/formats/stored-source.js';
import { SegmentRenderer } from '../../engine/render/segments/segment-renderer.js';
import type { AttemptShare, SharedChunk, SharedSource } from '../../engine/spread/attempt-share.js';
import type { SegmentOutcome } from '../../engine/spread/chunk-state.js';
import { ViewPictures } from '../../engine/views/view-pictures.js';

/** Renders chunks of jobs that other workers have. */
@Injectable()
export class ChunkRenderer {
  constructor(
    private readonly segments: SegmentRenderer,
    private readonly ffmpeg: FfmpegService,
  ) {}

  /**
   * Begins to help with an attempt.
   *
   * @param workDir an empty folder in the data folder
   */
  open(share: AttemptShare, workDir: string, signal: AbortSignal): ChunkSession {
    return new ChunkSession({ share, workDir, signal }, this.segments, this.ffmpeg);
  }
}

interface SessionContext {
  readonly share: AttemptShare;
  readonly workDir: string;
  /** Aborted when the session ends. */
  readonly signal: AbortSignal;
}

/** The help of a worker with one attempt. The chunks share sources and pictures. */
export class ChunkSession {
  private readonly slots = new Semaphore(availableParallelism());
  private readonly sources = new Map<string, StoredSource>();
  private readonly pictures: ViewPictures;

  constructor(
    private readonly context: SessionContext,
    private readonly engine: SegmentRenderer,
    ffmpeg: FfmpegService,
  ) {
    const folder = join(context.workDir, 'pictures');
    this.pictures = new ViewPictures(folder, this.sourceOf, ffmpeg, context.signal);
  }

  /**
   * Renders the segments of a chunk into the cache, side by side. Damaged ones, which no cache keeps, are shared.
   *
   * @param number of the chunk
   * @throws Error if a source is not shared, or a segment fails
   */
  async render(
    number: number,
    { segments, sources, threads }: SharedChunk,
    signal: AbortSignal,
  ): Promise<SegmentOutcome[]> {
    for (const source of sources) await this.obtain(source);
    return allOrNone<SegmentOutcome[]>(signal, (stop) =>
      segments.map((segment, position) =>
        this.slots.run(() => this.renderOne(segment, `${number}-${position}`, { threads, stop }), {
          signal: stop,
        }),
      ),
    );
  }

  private async renderOne(
    segment: Segment,
    name: string,
    { threads, stop }: { readonly threads: number; readonly stop: AbortSignal },
  ): Promise<SegmentOutcome> {
    const { path, failedEncoder, hasDecodeErrors } = await this.engine.render(segment, {
      workDir: join(this.context.workDir, 'segments'),
      sourceOf: this.sourceOf,
      pictures: this.pictures,
      signal: stop,
      threads,
      onPicture: () => {},
    });
    if (hasDecodeErrors) await this.context.share.putSegment(name, path);
    await rm(dirname(path), { recursive: true });
    return { failedEncoder, hasDecodeErrors };
  }

  private async obtain({ contentHash, demuxer }: SharedSource): Promise<void> {
    if (this.sources.has(contentHash)) return;
    const { share, workDir } = this.context;
    await mkdir(workDir, { recursive: true });
    const path = join(workDir, `source-${this.sources.size}`);
    if (!(await share.source(contentHash, path))) throw new Error('A source is not shared.');
    this.sources.set(contentHash, { contentHash, path, demuxer, convert: null, workDir });
  }

  private readonly sourceOf = (contentHash: string): StoredSource => {
    const source = this.sources.get(contentHash);
    if (source === undefined) throw new Error('A segment names a source that is not shared.');
    return source;
  };
}
