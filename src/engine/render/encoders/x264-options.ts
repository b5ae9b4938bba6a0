import { args } from '../../../core/util/args.js';
import { levelFor } from '../../../core/h264/level.js';
import { longestGroup } from '../../../core/render/plan/pictures.js';
import type { Segment } from '../../../core/render/segment/types.js';

/**
 * Still and moving segments have different parameter sets, and the header of the file contains both. Other
 * encoders use ID 0, and few of them can change it. These IDs are different, so that segments of both encoders
 * can share a file.
 */
const STILL_SET_ID = 1;
const MOVING_SET_ID = 2;
export const X264_SET_IDS: readonly number[] = [STILL_SET_ID, MOVING_SET_ID];

/**
 * Options of x264 for a segment. They fix everything that ends up in the parameter sets, which separately
 * encoded segments share: level, colors, chroma location (which otherwise comes from JPEG sources), and, with
 * `stitchable`, everything that x264 would derive from the pictures.
 *
 * A still segment has one reference, no reordering, and no weights, as still fill requires.
 *
 * @param threads of the encoder
 */
export function x264Options(segment: Segment, threads: number): string[] {
  const { fps, encoder, encodedSize } = segment;
  const { width, height } = encodedSize ?? segment;
  const still = segment.repeats !== null;
  const params = [
    encoder.params,
    'stitchable=1',
    'open-gop=0',
    '8x8dct=1',
    `sps-id=${still ? STILL_SET_ID : MOVING_SET_ID}`,
    'colorprim=bt709:transfer=bt709:colormatrix=bt709:fullrange=off:chromaloc=0',
    ...(still
      ? ['weightp=0:scenecut=0:keyint=infinite:bframes=0:ref=1']
      : [`keyint=${maxGroupFrames(segment)}`]),
  ];
  return args(
    ['-c:v', 'libx264', '-preset', encoder.preset, '-crf', String(encoder.crf)],
    ['-profile:v', 'high', '-level', levelFor(width, height, fps.num / fps.den)],
    ['-pix_fmt', 'yuv420p', '-r', `${fps.num}/${fps.den}`, '-threads', String(threads)],
    still ? ['-forced-idr', '1', '-force_key_frames', keyTimes(segment)] : [],
    ['-x264-params', params.join(':')],
    ['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'],
    ['-color_range', 'tv'],
  );
}

/** The maximum number of frames from one key picture of a moving segment to the next. */
export function maxGroupFrames({ fps, encoder }: Segment): number {
  return longestGroup(fps, encoder.keySeconds);
}

/** Key pictures as times of the encoder's clock, in which each picture lasts one frame. */
function keyTimes({ keyPictures, fps }: Segment): string {
  return keyPictures.map((picture) => ((picture * fps.den) / fps.num).toFixed(6)).join(',');
}
