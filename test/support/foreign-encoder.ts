import { loadConfig } from '../../src/config/load-config.js';
import { FfmpegService } from '../../src/engine/ffmpeg/ffmpeg.service.js';
import type { HardwareEncoder } from '../../src/engine/render/encoders/hardware-encoders.js';
import { MovingSegmentEncoder } from '../../src/engine/render/encoders/moving-segment-encoder.js';
import {
  hardwareEncoder,
  type SegmentEncoder,
} from '../../src/engine/render/encoders/segment-encoder.js';
import { openRenderApp, type RenderApp } from './render-app.js';

/**
 * An encoder that differs from the default as much as a hardware encoder: parameter sets with ID 0,
 * other references, CAVLC, and several slices. It is x264 with different settings, because every
 * machine has x264.
 */
export function foreignEncoder(
  params = '',
  quality: HardwareEncoder['quality'] = (crf) => ['-preset', 'faster', '-crf', String(crf)],
): SegmentEncoder {
  const own = `cabac=0:ref=3:slices=2${params}`;
  const description: HardwareEncoder = {
    codec: 'libx264',
    pixelFormat: 'nv12',
    upload: 'format=nv12',
    device: () => [],
    quality: (crf) => [...quality(crf), '-x264-params', own],
  };
  return hardwareEncoder('foreign', description, null, { environment: {} });
}

/** A renderer with another encoder for moving segments, and with empty caches. */
export function withEncoder(
  { ffmpeg }: RenderApp,
  encoder: MovingSegmentEncoder,
  dataDir: string,
): Promise<RenderApp> {
  return openRenderApp(loadConfig({ VIDEOCRAFT_DATA_DIR: dataDir }), [
    [FfmpegService, ffmpeg],
    [MovingSegmentEncoder, encoder],
  ]);
}
