import { join } from 'node:path';
import type { HardwareEncoder } from '../../src/engine/render/encoders/hardware-encoders.js';
import { FileCache } from '../../src/engine/files/file-cache.js';
import type { MovingSegmentEncoder } from '../../src/engine/render/encoders/moving-segment-encoder.js';
import {
  hardwareEncoder,
  type SegmentEncoder,
} from '../../src/engine/render/encoders/segment-encoder.js';
import { isIntactSegment } from '../../src/engine/render/segments/segment-file.js';
import { SegmentRenderer } from '../../src/engine/render/segments/segment-renderer.js';
import type { RenderEngines } from '../../src/pipeline/render-context.js';

/**
 * An encoder that is as unlike ours as one in hardware: parameter sets with id 0, other references, CAVLC,
 * several slices. It is x264 with settings of its own, since that is what every machine has.
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

/** The engines with another encoder of moving segments, and an empty cache. */
export function withEncoder(
  engines: RenderEngines,
  encoder: MovingSegmentEncoder,
  cacheDir: string,
): RenderEngines {
  const cache = new FileCache(join(cacheDir, 'segments'), 1 << 30, isIntactSegment);
  const { filters, ffmpeg } = engines;
  return {
    ...engines,
    encoder,
    segments: new SegmentRenderer(cache, filters, ffmpeg.tools, encoder),
  };
}
