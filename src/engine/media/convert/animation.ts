import { args } from '../../../core/lists/args.js';
import { dirname } from 'node:path';
import type { ComplaintLog, Complaints } from '../../ffmpeg/complaints.js';
import type { FfmpegService } from '../../ffmpeg/ffmpeg.service.js';
import { safeInputOptions } from '../formats/formats.js';
import type { MediaStore, StoredSource } from '../store/media-store.js';
import type { PictureLength } from '../probe/picture-length.js';
import { toldFile } from '../probe/told-file.js';

const ANIMATION_TIMEOUT_MS = 10 * 60_000;
/** Shorter animations are repeated up to this, so that a loop need not be sought for all the time. */
const SHORTEST_US = 2_000_000;

/** An animation as a video that can be sought. */
export interface SoughtAnimation {
  readonly source: StoredSource;
  /** After so long it has come round: a whole number of its rounds. */
  readonly loopUs: number;
  readonly complaints: Complaints;
}

/**
 * Animated GIF and PNG as a lossless video with alpha: their frames are drawn over each other, so the
 * originals can only be read from the start.
 */
export async function soughtAnimation(
  source: StoredSource,
  { endUs, pictures }: PictureLength,
  { ffmpeg, media }: { readonly ffmpeg: FfmpegService; readonly media: MediaStore },
  signal: AbortSignal,
): Promise<SoughtAnimation> {
  const rounds = Math.max(1, Math.ceil(SHORTEST_US / endUs));
  // The first picture of each round begins when the rounds before it have ended; register 0 holds
  // when it came.
  const times =
    `st(0,if(eq(mod(N,${pictures}),0),PTS,ld(0)));` +
    `floor(N/${pictures})*${endUs}/1000000/TB+PTS-ld(0)`;
  const made = (part: string, complaints: ComplaintLog) =>
    ffmpeg.run({
      inputs: [{ path: source.path, options: safeInputOptions(source.demuxer) }],
      filtergraph: `[0:v]loop=loop=${rounds - 1}:size=${pictures}:start=0,setpts='${times}'[v]`,
      outputOptions: args(
        ['-map', '[v]', '-enc_time_base', '-1', '-c:v', 'ffv1', '-level', '3', '-g', '1'],
        ['-pix_fmt', 'bgra', '-f', 'matroska'],
      ),
      output: part,
      cwd: dirname(part),
      signal,
      timeoutMs: ANIMATION_TIMEOUT_MS,
      complaints,
    });
  const { path, complaints } = await toldFile(source, 'animation.mkv', media, made);
  const sought = { ...source, path, demuxer: 'matroska' };
  return { source: sought, loopUs: rounds * endUs, complaints };
}

/** The only picture of a file that could have held an animation, as a PNG file. */
export async function firstPicture(
  source: StoredSource,
  { ffmpeg, media }: { readonly ffmpeg: FfmpegService; readonly media: MediaStore },
  signal: AbortSignal,
): Promise<{ readonly source: StoredSource; readonly complaints: Complaints }> {
  const made = (part: string, complaints: ComplaintLog) =>
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
  const { path, complaints } = await toldFile(source, 'first.png', media, made);
  return { source: { ...source, path, demuxer: 'png_pipe' }, complaints };
}
