import { args } from '../../../core/util/args.js';
import type { CodedStream } from '../../../core/h264/access-units.js';
import { levelFor } from '../../../core/h264/level.js';
import type { Segment } from '../../../core/render/segment/types.js';
import type { GpuAccess } from '../../ffmpeg/ffmpeg.service.js';
import { x264Options, maxGroupFrames } from './x264-options.js';
import { assertJoinable } from '../../../core/h264/joinable.js';
import { X264_SET_IDS } from './x264-options.js';
import type { HardwareEncoder } from './hardware-encoders.js';

/** Encodes the frames of a segment as H.264. */
export interface SegmentEncoder {
  readonly name: string;
  /** Options of the output, one argument each. */
  readonly options: (segment: Segment, threads: number) => readonly string[];
  /** The last filters before the encoder, or null. */
  readonly upload: string | null;
  /** Null if ffmpeg needs no GPU. */
  readonly gpu: GpuAccess | null;
  /** @throws Error if the stream cannot be joined with those of x264 */
  readonly check: (stream: CodedStream, segment: Segment) => void;
  /** Changes when the same options produce a different stream. Part of the cache key of segments. */
  readonly fingerprint: string;
}

export const X264: SegmentEncoder = {
  name: 'libx264',
  options: x264Options,
  upload: null,
  gpu: null,
  check: () => {},
  fingerprint: '',
};

/**
 * Some drivers omit the colors that they are given, and players would guess them from the size of the
 * picture.
 */
const TAG_BT709 =
  'h264_metadata=video_full_range_flag=0:colour_primaries=1:transfer_characteristics=1' +
  ':matrix_coefficients=1:chroma_sample_loc_type=0';

/**
 * A hardware encoder, for moving segments only. It writes no B pictures, because drivers differ most in their
 * order and references. Key pictures are as far apart as those of x264.
 *
 * @param device from the configuration, or null for the default device
 */
export function hardwareEncoder(
  name: string,
  encoder: HardwareEncoder,
  device: string | null,
  gpu: GpuAccess,
): SegmentEncoder {
  return {
    name,
    options: (segment) => hardwareOptions(encoder, device, segment),
    upload: encoder.upload,
    gpu,
    check: (stream, segment) =>
      assertJoinable(stream, {
        ...segment,
        longestGroup: maxGroupFrames(segment),
        reservedSetIds: X264_SET_IDS,
      }),
    fingerprint: '',
  };
}

function hardwareOptions(
  { codec, pixelFormat, device: open, quality }: HardwareEncoder,
  device: string | null,
  segment: Segment,
): string[] {
  const { width, height, fps, encoder } = segment;
  // `level_idc`, because some encoders write level 4 as "4" and others as "4.0", but all of them accept 40.
  const level = Math.round(Number(levelFor(width, height, fps.num / fps.den)) * 10);
  return args(
    open(device),
    ['-c:v', codec, ...quality(encoder.crf)],
    ['-profile:v', 'high', '-level', String(level)],
    ['-g', String(maxGroupFrames(segment)), '-bf', '0', '-flags', '+cgop'],
    pixelFormat === null ? [] : ['-pix_fmt', pixelFormat],
    ['-r', `${fps.num}/${fps.den}`],
    ['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'],
    ['-color_range', 'tv', '-bsf:v', TAG_BT709],
  );
}
