import { args } from '../../../core/util/args.js';
import type { HardwareEncoderName } from '../../../core/render/encode/encoder-names.js';

/** The differences between the hardware encoders of ffmpeg. Options are one argument each. */
export interface HardwareEncoder {
  /** The name of the encoder in ffmpeg. */
  readonly codec: string;
  /** The pixel format that it accepts, or null for the frames that `upload` makes. */
  readonly pixelFormat: string | null;
  /** Filters that move frames into its memory, or null if it does that itself. */
  readonly upload: string | null;
  /** Options that open a device, or the default device. */
  readonly device: (device: string | null) => readonly string[];
  /** The constant quality that corresponds to one of x264's, which goes from 0, the best, to 51. */
  readonly quality: (crf: number) => readonly string[];
}

/** The first GPU of a Linux machine. */
const FIRST_RENDER_NODE = '/dev/dri/renderD128';

/**
 * The hardware encoders. If an encoder has the scale of quantizers, it gets the same number as x264. No value
 * here was measured, because that needs the hardware (see docs/rendering.md).
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
    // The only mode that every driver supports.
    quality: (crf) => ['-rc_mode', 'CQP', '-qp', String(crf)],
  },
  videotoolbox: {
    codec: 'h264_videotoolbox',
    pixelFormat: 'nv12',
    upload: null,
    // macOS chooses the device.
    device: () => [],
    // From 1 to 100, the best. Apple silicon only.
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
