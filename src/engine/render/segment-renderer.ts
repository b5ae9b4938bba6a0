import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CAPTIONS_FILE, FONTS_FOLDER, segmentFiltergraph } from '../../core/render/filtergraph.js';
import type { Layer, Segment } from '../../core/render/types.js';
import type { Ffmpeg } from '../ffmpeg/ffmpeg.js';
import { safeInputOptions } from '../media/formats.js';
import type { StoredSource } from '../media/media-store.js';

const LONGEST_GROUP_SECONDS = 5;
const SEGMENT_TIMEOUT_MS = 3 * 3600_000;

export interface RenderedSegment {
  readonly path: string;
  readonly cached: boolean;
}

/** Renders segments, and keeps each under the hash of all that its frames depend on. */
export class SegmentRenderer {
  constructor(
    private readonly cacheDir: string,
    private readonly fontsDir: string,
    private readonly ffmpeg: Ffmpeg,
  ) {}

  async render(
    segment: Segment,
    sourceOf: (contentHash: string) => StoredSource,
    { signal, onFrame }: { signal: AbortSignal; onFrame: (frame: number) => void },
  ): Promise<RenderedSegment> {
    await mkdir(this.cacheDir, { recursive: true });
    const path = join(this.cacheDir, `${this.keyOf(segment)}.mp4`);
    const known = await access(path).then(
      () => true,
      () => false,
    );
    if (known) return { path, cached: true };

    const workDir = await mkdtemp(join(this.cacheDir, 'work-'));
    try {
      await symlink(this.fontsDir, join(workDir, FONTS_FOLDER));
      if (segment.captions !== null)
        await writeFile(join(workDir, CAPTIONS_FILE), segment.captions);
      await this.ffmpeg.run({
        inputs: segment.layers.map((layer) => inputOf(layer, sourceOf(layer.contentHash))),
        filtergraph: segmentFiltergraph(segment),
        outputOptions: ['-map', '[v]', ...videoOptions(segment), '-an'],
        output: 'segment.mp4',
        cwd: workDir,
        signal,
        timeoutMs: SEGMENT_TIMEOUT_MS,
        onFrame,
      });
      await rename(join(workDir, 'segment.mp4'), path);
    } finally {
      await rm(workDir, { recursive: true, force: true });
    }
    return { path, cached: false };
  }

  private keyOf(segment: Segment): string {
    const { version, source } = this.ffmpeg.tools;
    const parts = [version, source, segmentFiltergraph(segment), videoOptions(segment), segment];
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  }
}

function inputOf(layer: Layer, source: StoredSource) {
  const options = [
    ...(layer.loop ? ['-stream_loop', '-1'] : []),
    ...(layer.seekUs > 0 ? ['-ss', (layer.seekUs / 1_000_000).toFixed(6)] : []),
    ...safeInputOptions(source.demuxer),
  ];
  return { path: source.path, options };
}

/** One tick of the time base is one frame, so that joining segments can round nothing. */
function videoOptions({ fps, encoder }: Segment): string[] {
  const groupFrames = Math.floor((LONGEST_GROUP_SECONDS * fps.num) / fps.den);
  return [
    ...['-c:v', 'libx264', '-preset', encoder.preset, '-crf', String(encoder.crf)],
    ...['-profile:v', 'high', '-pix_fmt', 'yuv420p', '-r', `${fps.num}/${fps.den}`],
    ...['-g', String(groupFrames), '-x264-params', 'stitchable=1:open-gop=0'],
    ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'],
    ...['-color_range', 'tv', '-video_track_timescale', String(fps.num)],
  ];
}
