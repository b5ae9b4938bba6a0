import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readStream } from '../../core/h264/access-units.js';
import { presentationOrder } from '../../core/h264/presentation-order.js';
import { fillStills } from '../../core/h264/still-fill.js';
import { CAPTIONS_FILE, FONTS_FOLDER, segmentFiltergraph } from '../../core/render/filtergraph.js';
import { segmentLayers } from '../../core/render/segment-layers.js';
import type { Layer, Segment } from '../../core/render/types.js';
import type { FfmpegInput } from '../ffmpeg/build-args.js';
import type { Ffmpeg } from '../ffmpeg/ffmpeg.js';
import { safeInputOptions } from '../media/formats.js';
import type { StoredSource } from '../media/media-store.js';
import { encoderOptions } from './encoder-options.js';
import type { FileCache } from './file-cache.js';
import { type CodedPicture, writeSegmentFile } from './segment-file.js';

const SEGMENT_TIMEOUT_MS = 3 * 3600_000;

export interface SegmentRun {
  /** Folder of this attempt; the finished segment is put there. */
  readonly workDir: string;
  readonly sourceOf: (contentHash: string) => StoredSource;
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
    private readonly fontsDir: string,
    private readonly ffmpeg: Ffmpeg,
  ) {}

  async render(segment: Segment, run: SegmentRun): Promise<RenderedSegment> {
    await mkdir(run.workDir, { recursive: true });
    const dir = await mkdtemp(join(run.workDir, 'segment-'));
    const path = join(dir, 'segment');
    const key = this.keyOf(segment);
    for (;;) {
      run.signal.throwIfAborted();
      if (await this.cache.take(key, path)) return { path, cached: true };
      const other = this.inWork.get(key);
      if (other === undefined) break;
      // Whether it succeeds or fails, the cache tells what to do next.
      await other.catch(() => {});
    }
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
    await mkdir(encodeDir);
    await symlink(this.fontsDir, join(encodeDir, FONTS_FOLDER));
    if (segment.captions !== null) {
      await writeFile(join(encodeDir, CAPTIONS_FILE), segment.captions);
    }
    await this.ffmpeg.run({
      inputs: segmentInputs(segment, run.sourceOf),
      filtergraph: segmentFiltergraph(segment),
      outputOptions: [
        ...['-map', '[v]', ...encoderOptions(segment, run.threads), '-an', '-f', 'h264'],
      ],
      output: 'stream.h264',
      cwd: encodeDir,
      signal: run.signal,
      timeoutMs: SEGMENT_TIMEOUT_MS,
      onFrame: run.onPicture,
    });
    const stream = readStream(await readFile(join(encodeDir, 'stream.h264')));
    const part = join(encodeDir, 'part');
    await writeSegmentFile(part, stream, codedPictures(segment, stream.accessUnits));
    await rename(part, path);
    await rm(encodeDir, { recursive: true, force: true });
  }

  private keyOf(segment: Segment): string {
    const { version, source } = this.ffmpeg.tools;
    const parts = [version, source, segmentFiltergraph(segment), encoderOptions(segment, 1)];
    return createHash('sha256')
      .update(JSON.stringify([...parts, segment]))
      .digest('hex');
  }
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

/** The inputs of a segment's filtergraph, in its order. */
export function segmentInputs(
  segment: Segment,
  sourceOf: (contentHash: string) => StoredSource,
): FfmpegInput[] {
  return segmentLayers(segment).map((layer) => inputOf(layer, sourceOf(layer.contentHash)));
}

/**
 * Videos are sought without cutting at the exact time: the frame that shows at it may have begun
 * before, and the filtergraph drops the others.
 */
function inputOf(layer: Layer, source: StoredSource): FfmpegInput {
  const options = [
    ...(layer.loop ? ['-stream_loop', '-1'] : []),
    ...(layer.seekUs > 0 ? ['-noaccurate_seek', '-ss', (layer.seekUs / 1_000_000).toFixed(6)] : []),
    ...safeInputOptions(source.demuxer),
  ];
  return { path: source.path, options };
}
