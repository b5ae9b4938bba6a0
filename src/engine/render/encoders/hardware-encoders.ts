import { args } from '../../../core/util/args.js';
import type { HardwareEncoderName } from '../../../core/render/encode/encoder-names.js';

/** What sets one encoder of ffmpeg apart from another; options are one argument each. */
export interface HardwareEncoder {
  /** ffmpeg's name of it. */
  readonly codec: string;
  /** Frames it takes, or null: those that `upload` makes. */
  readonly pixelFormat: string | null;
  /** Filters that bring frames into its memory, or null: it does that itself. */
  readonly upload: string | null;
  /** Opens a device, or the usual one. */
  readonly device: (device: string | null) => readonly string[];
  /** Constant quality that stands for one of x264's, which goes from 0, the best, to 51. */
  readonly quality: (crf: number) => readonly string[];
}

/** The first GPU of a Linux machine. */
const FIRST_RENDER_NODE = '/dev/dri/renderD128';

/**
 * Encoders in hardware. Where one has the scale of quantisers, x264's number is taken as it is; no
 * value here was measured, as that needs the hardware (docs/rendering.md says how to).
 */
export const HARDWARE_ENCODERS: Readonly<Record<HardwareEncoderName, HardwareEncoder>> = {
  nvenc: {
    codec: 'h264_nvenc',
    pixelFormat: 'yuv420p',
    upload: null,
    device: (device) => (device === null ? [] : ['-gpu', device]),
    quality: (crf) => ['-preset', 'p4', '-rc', 'vbr', '-cq', String(crf), '-b:v', '0'],
  },
  vaapi: {
    codec: 'h264_vaapi',
    pixelFormat: null,
    upload: 'format=nv12,hwupload',
    device: (device) =>
      args(
        ['-init_hw_device', `vaapi=gpu:${device ?? FIRST_RENDER_NODE}`],
        ['-filter_hw_device', 'gpu'],
      ),
    // The one mode that every driver has.
    quality: (crf) => ['-rc_mode', 'CQP', '-qp', String(crf)],
  },
  videotoolbox: {
    codec: 'h264_videotoolbox',
    pixelFormat: 'nv12',
    upload: null,
    // macOS chooses.
    device: () => [],
    // From 1 to 100, the best; Apple silicon only.
    quality: (crf) => ['-q:v', String(Math.max(1, 100 - 2 * crf))],
  },
  qsv: {
    codec: 'h264_qsv',
    pixelFormat: 'nv12',
    upload: null,
    device: (device) => ['-qsv_device', device ?? FIRST_RENDER_NODE],
    quality: (crf) => ['-global_quality', String(crf)],
  },
};
