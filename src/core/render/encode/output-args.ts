import { frameShownAt } from '../../time/frame-shown-at.js';
import { args } from '../../util/args.js';
import type {
  FileOutput,
  FrameRate,
  PosterFormat,
  PreviewOutput,
} from '../../project/types/index.js';

/** How a file is made from a finished video. Options of ffmpeg, one argument each. */
export interface OutputArgs {
  readonly from: 'video' | 'sound';
  readonly inputOptions: readonly string[];
  readonly outputOptions: readonly string[];
  /** An encoder that not every ffmpeg has, or null. */
  readonly needs: (typeof OPTIONAL_ENCODERS)[number] | null;
}

/** The encoders that outputs may need and not every ffmpeg has. */
export const OPTIONAL_ENCODERS = ['libmp3lame', 'libwebp', 'libvpx-vp9'] as const;

/** The length of a video in frames, and its frame rate. */
export interface VideoLength {
  readonly totalFrames: number;
  readonly fps: FrameRate;
}

/** The encoder and the container of each format of pictures. {@link pictureScale} makes its frames. */
export const PICTURE_OPTIONS: Readonly<Record<PosterFormat, readonly string[]>> = {
  // JPEG has full range, and the encoder requires a pixel format that declares it.
  jpg: ['-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p', '-q:v', '2', '-f', 'image2'],
  png: ['-c:v', 'png', '-pix_fmt', 'rgb24', '-f', 'image2'],
  webp: ['-c:v', 'libwebp', '-quality', '85', '-f', 'webp'],
};
/**
 * What makes the frames of a format from those of a video. Videos have the matrix of HDTV, JPEG and WebP have that of
 * standard definition: without a conversion, decoders show other colors. Between two formats with the same range, `scale`
 * converts only roughly, so WebP takes the way over RGB.
 */
const CONVERSIONS: Readonly<Record<PosterFormat, string>> = {
  jpg: 'in_color_matrix=bt709:out_color_matrix=bt601:out_range=pc',
  png: 'in_color_matrix=bt709',
  webp: 'in_color_matrix=bt709,format=gbrp,scale=out_color_matrix=bt601,format=yuv420p',
};

/** The filters that scale frames and convert them for a format of pictures. */
export function pictureScale(format: PosterFormat, width: number, height: number): string {
  return `scale=${width}:${height}:flags=lanczos:${CONVERSIONS[format]}`;
}

const SOUNDS = {
  m4a: { options: ['-c:a', 'copy', '-movflags', '+faststart', '-f', 'mp4'], needs: null },
  mp3: { options: ['-c:a', 'libmp3lame', '-q:a', '2', '-f', 'mp3'], needs: 'libmp3lame' },
  wav: { options: ['-c:a', 'pcm_s16le', '-rf64', 'auto', '-f', 'wav'], needs: null },
} as const;

/** The arguments that make a file from a finished video or its sound. */
export function outputArgs(output: FileOutput, length: VideoLength): OutputArgs {
  if (output.type === 'audio') {
    const { options, needs } = SOUNDS[output.format];
    const outputOptions = ['-map', '0:a:0', '-map_metadata', '-1', ...options];
    return { from: 'sound', inputOptions: [], outputOptions, needs };
  }
  if (output.type === 'preview') return previewArgs(output, length);
  const { format, timeMs, width } = output;
  return {
    from: 'video',
    inputOptions: seekToTime(timeMs, length),
    ...pictureArgs(format, width),
  };
}

/** The arguments that make a picture from the first frame of a video, as wide as the video by default. */
export function pictureArgs(
  format: PosterFormat,
  width: number | null = null,
): Pick<OutputArgs, 'outputOptions' | 'needs'> {
  return {
    outputOptions: args(
      ['-map', '0:v:0', '-frames:v', '1', '-an', '-map_metadata', '-1'],
      ['-vf', width === null ? pictureScale(format, 0, 0) : pictureScale(format, width, -2)],
      PICTURE_OPTIONS[format],
    ),
    needs: format === 'webp' ? 'libwebp' : null,
  };
}

function previewArgs(output: PreviewOutput, length: VideoLength): OutputArgs {
  const { format, startMs, durationMs, width, fps } = output;
  const small = `fps=${fps},scale=${width}:-2:flags=lanczos`;
  // A palette from the colors of the preview. The generic palette of 256 colors shows bands.
  const gif = `${small},split[a][b];[a]palettegen[p];[b][p]paletteuse=dither=sierra2_4a`;
  const webm = args(
    ['-c:v', 'libvpx-vp9', '-crf', '36', '-b:v', '0', '-deadline', 'good', '-cpu-used', '4'],
    ['-pix_fmt', 'yuv420p', '-f', 'webm'],
  );
  return {
    from: 'video',
    inputOptions: [...seekToTime(startMs, length), '-t', String(durationMs / 1000)],
    outputOptions: args(
      ['-map', '0:v:0', '-an', '-map_metadata', '-1'],
      format === 'gif' ? ['-vf', gif, '-loop', '0', '-f', 'gif'] : ['-vf', small, ...webm],
    ),
    needs: format === 'webm' ? 'libvpx-vp9' : null,
  };
}

/** Seeks to the frame that shows at a time. */
function seekToTime(ms: number, length: VideoLength): string[] {
  return seekTo(frameShownAt(ms / 1000, length.fps), length);
}

/**
 * Seeks to a frame. A quarter of a frame is subtracted: ffmpeg rounds the time to the nearest frame, so with half a
 * frame it would take the one before.
 */
export function seekTo(wanted: number, { totalFrames, fps }: VideoLength): string[] {
  const frame = Math.min(totalFrames - 1, wanted);
  return frame <= 0 ? [] : ['-ss', (((frame - 0.25) * fps.den) / fps.num).toFixed(6)];
}
