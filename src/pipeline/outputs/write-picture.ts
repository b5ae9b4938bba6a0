import type { PosterFormat } from '../../core/project/types/index.js';
import { pictureArgs, seekTo, type VideoLength } from '../../core/render/encode/output-args.js';
import { JobFailure } from '../../core/job/job-failure.js';
import type { FfmpegService } from '../../engine/ffmpeg/ffmpeg.service.js';

const PICTURE_TIMEOUT_MS = 60_000;

/** A frame of a video. */
export interface FrameSource {
  /** The path of an MP4. */
  readonly video: string;
  readonly frame: number;
  readonly length: VideoLength;
}

interface PictureFile {
  readonly folder: string;
  readonly name: string;
  readonly format: PosterFormat;
}

/**
 * Writes a frame of a video as a picture of full size.
 *
 * @throws JobFailure if this ffmpeg lacks the encoder of the format
 */
export async function writePicture(
  { folder, name, format }: PictureFile,
  { video, frame, length }: FrameSource,
  { ffmpeg, signal }: { readonly ffmpeg: FfmpegService; readonly signal: AbortSignal },
): Promise<void> {
  const { outputOptions, needs } = pictureArgs(format);
  const { abilities, version } = ffmpeg.tools;
  if (needs !== null && !abilities.encoders.has(needs)) {
    throw new JobFailure(
      'RENDER_FAILED',
      `The format "${format}" needs the encoder ${needs}, which ffmpeg ${version} lacks. Use PNG.`,
    );
  }
  const input = ['-protocol_whitelist', 'file', '-f', 'mov', ...seekTo(frame, length)];
  await ffmpeg.run({
    inputs: [{ path: video, options: input }],
    outputOptions,
    output: name,
    cwd: folder,
    signal,
    timeoutMs: PICTURE_TIMEOUT_MS,
  });
}
