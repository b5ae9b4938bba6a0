import { dirname } from 'node:path';
import { args } from '../../../core/util/args.js';
import type { ComplaintLog, Complaints } from '../../ffmpeg/complaints.js';
import { safeInputOptions } from '../formats/formats.js';
import type { StoredSource } from '../formats/stored-source.js';
import { deriveWithLog } from '../store/derive-with-log.js';
import type { MediaEngines } from '../store/media-engines.js';

const ANIMATION_TIMEOUT_MS = 10 * 60_000;
/** Shorter animations are repeated up to this length, so that a loop seldom needs a seek. */
const MIN_LENGTH_US = 2_000_000;
/** The most that ffmpeg's filter `loop` repeats. Longer animations are played once by it. */
const MAX_LOOPED_PICTURES = 32_767;
/** For larger pictures, the encoder of FFV1 wants a block of more than the 1 GiB that it may have. */
const MAX_FFV1_PIXELS = 6_000_000;
/** Pixels of all pictures together: two minutes of 1080p at 30 a second, minutes of work. */
export const MAX_ANIMATION_PIXELS = 8_000_000_000;

/** The pictures of an animation, and when the last one ends. */
export interface AnimationLength {
  readonly endUs: number;
  readonly pictures: number;
  /** Pixels of one picture. */
  readonly pixels: number;
}

/** An animation as a seekable video. */
export interface SeekableAnimation {
  readonly source: StoredSource;
  /** When the video starts again: after a whole number of passes of the animation. */
  readonly loopUs: number;
  readonly complaints: Complaints;
}

/**
 * Converts an animated GIF or PNG to a lossless video with alpha. Frames of the original are drawn over
 * each other, so it can only be read from its start.
 */
export async function convertToSeekable(
  source: StoredSource,
  { endUs, pictures, pixels }: AnimationLength,
  { ffmpeg, media }: MediaEngines,
  signal: AbortSignal,
): Promise<SeekableAnimation> {
  const fits = pictures <= MAX_LOOPED_PICTURES;
  const passes = fits ? Math.max(1, Math.ceil(MIN_LENGTH_US / endUs)) : 1;
  // The first picture of each pass starts when the passes before it end. Register 0 holds its original
  // timestamp.
  const times =
    `st(0,if(eq(mod(N,${pictures}),0),PTS,ld(0)));` +
    `floor(N/${pictures})*${endUs}/1000000/TB+PTS-ld(0)`;
  const make = (part: string, complaints: ComplaintLog) =>
    ffmpeg.run({
      inputs: [{ path: source.path, options: safeInputOptions(source.demuxer) }],
      filtergraph:
        passes === 1
          ? '[0:v]null[v]'
          : `[0:v]loop=loop=${passes - 1}:size=${pictures}:start=0,setpts='${times}'[v]`,
      outputOptions: args(
        ['-map', '[v]', '-enc_time_base', '-1', ...encoderFor(pixels)],
        ['-f', 'matroska'],
      ),
      output: part,
      cwd: dirname(part),
      signal,
      timeoutMs: ANIMATION_TIMEOUT_MS,
      complaints,
    });
  const { path, complaints } = await deriveWithLog(source, 'animation.mkv', media, make);
  const seekable = { ...source, path, demuxer: 'matroska' };
  return { source: seekable, loopUs: passes * endUs, complaints };
}

/** Lossless, with alpha, and each picture by itself. */
function encoderFor(pixels: number): string[] {
  return pixels <= MAX_FFV1_PIXELS
    ? args(['-c:v', 'ffv1', '-level', '3', '-g', '1', '-pix_fmt', 'bgra'])
    : args(['-c:v', 'png', '-compression_level', '1', '-pix_fmt', 'rgba']);
}

/** Converts the only picture of a file that could have held an animation to PNG. */
export async function extractFirstPicture(
  source: StoredSource,
  { ffmpeg, media }: MediaEngines,
  signal: AbortSignal,
): Promise<{ readonly source: StoredSource; readonly complaints: Complaints }> {
  const make = (part: string, complaints: ComplaintLog) =>
    ffmpeg.run({
      inputs: [{ path: source.path, options: safeInputOptions(source.demuxer) }],
      outputOptions: args(
        ['-map', '0:v:0', '-frames:v', '1', '-c:v', 'png', '-pix_fmt', 'rgba'],
        ['-f', 'image2pipe'],
      ),
      output: part,
      cwd: dirname(part),
      signal,
      timeoutMs: ANIMATION_TIMEOUT_MS,
      complaints,
    });
  const { path, complaints } = await deriveWithLog(source, 'first.png', media, make);
  return { source: { ...source, path, demuxer: 'png_pipe' }, complaints };
}
