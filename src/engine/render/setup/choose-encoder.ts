import type { Config } from '../../../config/types.js';
import type { FfmpegService } from '../../ffmpeg/ffmpeg.service.js';
import { HARDWARE_ENCODERS } from '../encoders/hardware-encoders.js';
import { MovingSegmentEncoder } from '../encoders/moving-segment-encoder.js';
import { probeEncoder } from './probe-encoder.js';
import { hardwareEncoder, X264 } from '../encoders/segment-encoder.js';
import type { SegmentFilters } from '../segments/segment-filters.js';

/** The configured encoder of moving segments, if it works on this machine. */
export async function chooseEncoder(
  { encoder, encoderDevice, driverEnvironment }: Config['ffmpeg'],
  filters: SegmentFilters,
  ffmpeg: FfmpegService,
): Promise<MovingSegmentEncoder> {
  if (encoder === 'libx264') return new MovingSegmentEncoder(X264);
  const gpu = { environment: driverEnvironment };
  const chosen = hardwareEncoder(encoder, HARDWARE_ENCODERS[encoder], encoderDevice, gpu);
  return probeEncoder(chosen, filters, ffmpeg);
}
