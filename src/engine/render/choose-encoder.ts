import type { Config } from '../../config/types.js';
import type { FfmpegService } from '../ffmpeg/ffmpeg.service.js';
import { HARDWARE_ENCODERS } from './hardware-encoders.js';
import { MovingEncoder } from './moving-encoder.js';
import { probeEncoder } from './probe-encoder.js';
import { hardwareEncoder, X264 } from './segment-encoder.js';
import type { SegmentFilters } from './segment-filters.js';

/** The configured encoder of moving segments, if it works on this machine. */
export async function chooseEncoder(
  { encoder, encoderDevice, driverEnvironment }: Config['ffmpeg'],
  filters: SegmentFilters,
  ffmpeg: FfmpegService,
): Promise<MovingEncoder> {
  if (encoder === 'libx264') return new MovingEncoder(X264);
  const gpu = { environment: driverEnvironment };
  const chosen = hardwareEncoder(encoder, HARDWARE_ENCODERS[encoder], encoderDevice, gpu);
  return probeEncoder(chosen, filters, ffmpeg);
}
