import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pictureScale, seekTo, type VideoLength } from '../../core/render/encode/output-args.js';
import { alignNearest } from '../../core/util/align.js';
import type { FfmpegService } from '../../engine/ffmpeg/ffmpeg.service.js';

/** The longer side of a single still, and of one of several, in pixels. */
const LONGEST_SIDE = { single: 960, several: 640 };
/** All stills of a video together, so that a model can look at them. */
export const MOST_STILL_BYTES = 48_000;
/** Qualities of JPEG, best first. The last one is used at any size. */
const QUALITIES = [3, 6, 10, 16, 24, 31];
const STILL_TIMEOUT_MS = 60_000;

/** What a still is taken from. */
export interface StillSource {
  /** The path of an MP4. */
  readonly video: string;
  readonly frame: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly length: VideoLength;
  /** How many stills share {@link MOST_STILL_BYTES}. */
  readonly stills: number;
}

interface Run {
  readonly ffmpeg: FfmpegService;
  readonly signal: AbortSignal;
}

/** Writes one frame of a video as a JPEG of bounded size. */
export async function writeStill(
  folder: string,
  name: string,
  source: StillSource,
  { ffmpeg, signal }: Run,
): Promise<void> {
  const path = join(folder, name);
  for (const quality of QUALITIES) {
    await ffmpeg.run({
      inputs: [
        {
          path: source.video,
          options: [
            ...['-protocol_whitelist', 'file', '-f', 'mov'],
            ...seekTo(source.frame, source.length),
          ],
        },
      ],
      outputOptions: [
        ...['-map', '0:v:0', '-frames:v', '1', '-an', '-map_metadata', '-1', '-vf', scale(source)],
        ...['-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p', '-q:v', String(quality), '-f', 'image2'],
      ],
      output: path,
      cwd: folder,
      signal,
      timeoutMs: STILL_TIMEOUT_MS,
    });
    if ((await stat(path)).size <= MOST_STILL_BYTES / source.stills) return;
  }
}

function scale({ size: { width, height }, stills }: StillSource): string {
  const longest = stills === 1 ? LONGEST_SIDE.single : LONGEST_SIDE.several;
  const factor = Math.min(1, longest / Math.max(width, height));
  const side = (pixels: number) => Math.max(2, alignNearest(pixels * factor, 2));
  return pictureScale('jpg', side(width), side(height));
}
