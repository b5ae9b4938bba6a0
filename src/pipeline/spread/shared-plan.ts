import { segmentSeconds } from '../../core/render/plan/segment-cost.js';
import { segmentLayers } from '../../core/render/segment/segment-layers.js';
import type { Segment } from '../../core/render/segment/types.js';
import { isIntactSegment } from '../../engine/render/segments/segment-file.js';
import {
  createSegmentPath,
  type RenderedSegment,
  type SegmentRenderer,
} from '../../engine/render/segments/segment-renderer.js';
import type { AttemptShare } from '../../engine/spread/attempt-share.js';
import type { SegmentOutcome } from '../../engine/spread/chunk-state.js';
import type { PlannedVideo } from '../types/planned-video.js';

const LEAST_PATIENCE_MS = 30_000;
/** Another worker may be several times slower, and the estimate is rough. */
const PATIENCE = 5;

interface SharingContext {
  readonly share: AttemptShare;
  readonly engine: SegmentRenderer;
  /** The folder for segments that others rendered. */
  readonly folder: string;
  /** Threads of each encoder. */
  readonly threads: number;
}

/** The segments of a plan, for other workers. */
export class SharedPlan {
  private readonly sources = new Map<string, Promise<void>>();

  constructor(
    private readonly input: Pick<PlannedVideo, 'plan' | 'sourceOf'>,
    private readonly context: SharingContext,
  ) {}

  /**
   * Shares the sources that segments need, once each, and then the segments as plain data.
   *
   * @returns false if they are too large
   */
  async put(chunk: number, indices: readonly number[]): Promise<boolean> {
    const { sourceOf } = this.input;
    const { share, threads, folder } = this.context;
    const segments = this.segmentsAt(indices);
    const all = segments
      .flatMap(segmentLayers)
      .flatMap(({ contentHash, look }) => [contentHash, look?.correction?.lut?.contentHash ?? '']);
    // Shapes and groups have no source.
    const hashes = [...new Set(all)].filter((hash) => hash !== '');
    for (const hash of hashes) await this.putSource(hash);
    const sources = hashes.map((contentHash) => {
      const { demuxer } = sourceOf(contentHash);
      return { contentHash, demuxer };
    });
    return share.putChunk(chunk, { segments, sources, threads }, folder);
  }

  /**
   * Gets a segment that another worker rendered: from the cache, which keeps all but damaged ones.
   *
   * @returns null if it is nowhere
   */
  async collect(
    index: number,
    name: string,
    { failedEncoder, hasDecodeErrors }: SegmentOutcome,
  ): Promise<RenderedSegment | null> {
    const { share, engine, folder } = this.context;
    const segment = this.input.plan.segments[index]!;
    if (!hasDecodeErrors) return engine.collect(segment, folder, failedEncoder);
    const path = await createSegmentPath(folder);
    const isWhole = (await share.segment(name, path)) && (await isIntactSegment(path));
    return isWhole ? { path, cached: false, failedEncoder, hasDecodeErrors } : null;
  }

  /** After how long another worker is too slow with segments. */
  patienceMs(indices: readonly number[]): number {
    const seconds = this.segmentsAt(indices).reduce((sum, one) => sum + segmentSeconds(one), 0);
    return LEAST_PATIENCE_MS + seconds * 1_000 * PATIENCE;
  }

  private putSource(contentHash: string): Promise<void> {
    const known = this.sources.get(contentHash);
    if (known) return known;
    const { path } = this.input.sourceOf(contentHash);
    const sharing = this.context.share.putSource(contentHash, path).catch((error: unknown) => {
      // The next chunk tries again.
      this.sources.delete(contentHash);
      throw error;
    });
    this.sources.set(contentHash, sharing);
    return sharing;
  }

  private segmentsAt(indices: readonly number[]): Segment[] {
    return indices.map((index) => this.input.plan.segments[index]!);
  }
}
