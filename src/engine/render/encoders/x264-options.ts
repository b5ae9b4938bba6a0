import { args } from '../../../core/util/args.js';
import { levelFor } from '../../../core/h264/level.js';
import { longestGroup } from '../../../core/render/plan/pictures.js';
import { BAND_SLICE_ROWS } from '../../../core/h264/band-fill.js';
import type {
  BandSettings,
  LoopedPass,
  LoopedPasses,
  Segment,
  X264Settings,
} from '../../../core/render/segment/types.js';

/**
 * Still and moving segments have different parameter sets, and the header of the file contains both. Other
 * encoders use ID 0, and few of them can change it. These IDs are different, so that segments of both encoders
 * can share a file.
 */
const STILL_SET_ID = 1;
const MOVING_SET_ID = 2;
const MACROBLOCK = 16;
/** The shortest limit that x264 takes, in pixels. */
const LONGEST_VECTOR = 32;
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
  const { encoder } = segment;
  const rate = ['-crf', String(encoder.crf)];
  if (segment.repeats !== null) return stillOptions(segment, { ...encoder, rate, threads });
  return movingOptions(segment, { ...encoder, rate, threads });
}

function movingOptions(segment: Segment, rate: Rate): string[] {
  const keys = [`keyint=${maxGroupFrames(segment)}`];
  return commonOptions(segment, rate, { setId: MOVING_SET_ID, keys });
}

/** What x264 writes down about the first pass of a loop: the types of its pictures, their bits, and what depends on them. */
export const STATS_FILES: readonly string[] = ['passes.log', 'passes.log.mbtree'];

/** Options of x264 for the first pass of a loop, which it also analyses for the others. */
export function firstPassOptions({ first, others }: LoopedPasses, threads: number): string[] {
  const { preset, params, crf } = first.encoder;
  const rate = ['-crf', String(crf)];
  const own = { preset, params: `${params}:pass=1:stats=${STATS_FILES[0]}`, rate, threads };
  return args(movingOptions(first, own), passKeys(first, others));
}

/**
 * Options of x264 for the others, which show nearly the same. x264 takes the types of their pictures and their quantizers from
 * the first pass, and does not look ahead, which is a third of its work. It is not to make up for captions that differ.
 *
 * @param bitsPerSecond of the first pass
 */
export function nextPassOptions(
  { first, others }: LoopedPasses,
  threads: number,
  bitsPerSecond: number,
): string[] {
  const { preset, params } = first.encoder;
  const rate = ['-b:v', String(Math.ceil(bitsPerSecond / 1000) * 1000)];
  const passed = `${params}:pass=2:ratetol=inf:stats=${STATS_FILES[0]}`;
  const own = { preset, params: passed, rate, threads };
  return args(movingOptions(first, own), passKeys(first, others));
}

/** Where the last pass ends early, the first one has a key picture, so that no picture before refers to a later one. */
function passKeys({ frameCount, fps }: Segment, others: readonly LoopedPass[]): string[] {
  const end = others.at(-1)!.frameCount;
  if (end === frameCount) return [];
  return ['-forced-idr', '1', '-force_key_frames', ((end * fps.den) / fps.num).toFixed(6)];
}

/** Options of x264 for the rows of a band. Its slices are whole rows, and vectors stay shorter than the margins. */
export function bandOptions(segment: Segment, { preset, qp, params }: BandSettings): string[] {
  const slice = BAND_SLICE_ROWS * Math.ceil(segment.width / MACROBLOCK);
  const bounds = `slice-max-mbs=${slice}:mvrange=${LONGEST_VECTOR}`;
  const rate = ['-qp', String(qp)];
  return stillOptions(segment, { preset, params: `${params}:${bounds}`, rate, threads: 1 });
}

interface Rate extends Pick<X264Settings, 'preset' | 'params'> {
  readonly rate: readonly string[];
  readonly threads: number;
}

function stillOptions(segment: Segment, rate: Rate): string[] {
  const keys = ['weightp=0:scenecut=0:keyint=infinite:bframes=0:ref=1'];
  return args(commonOptions(segment, rate, { setId: STILL_SET_ID, keys }), [
    ...['-forced-idr', '1', '-force_key_frames', keyTimes(segment)],
  ]);
}

function commonOptions(
  segment: Segment,
  { preset, params: own, rate, threads }: Rate,
  { setId, keys }: { readonly setId: number; readonly keys: readonly string[] },
): string[] {
  const { fps, encodedSize } = segment;
  const { width, height } = encodedSize ?? segment;
  const params = [
    own,
    'stitchable=1',
    'open-gop=0',
    '8x8dct=1',
    `sps-id=${setId}`,
    'colorprim=bt709:transfer=bt709:colormatrix=bt709:fullrange=off:chromaloc=0',
    ...keys,
  ];
  return args(
    ['-c:v', 'libx264', '-preset', preset, ...rate],
    ['-profile:v', 'high', '-level', levelFor(width, height, fps.num / fps.den)],
    ['-pix_fmt', 'yuv420p', '-r', `${fps.num}/${fps.den}`, '-threads', String(threads)],
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
