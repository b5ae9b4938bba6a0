import type { FrameRate } from '../project/types.js';
import { decimal, held, inOrder, rate, TO_BT709 } from './filter-values.js';
import { motionFilters } from './motion.js';
import type { Fade, Layer } from './types.js';
import { isSampled } from './views.js';

/** The filters that make a layer's pictures from its input, placed in time from picture `start`. */
export function layerFilters(layer: Layer, fps: FrameRate): string[] {
  return [
    ...(isSampled(layer) ? sampledFilters(layer, fps) : sourceFilters(layer, fps)),
    ...(layer.opacity < 1 ? [`colorchannelmixer=aa=${decimal(layer.opacity)}`] : []),
    ...fadeFilters('in', layer.fadeIn, layer),
    ...fadeFilters('out', layer.fadeOut, layer),
    ...(layer.start > 0 ? [`setpts=N+${layer.start}`] : []),
  ];
}

/** The sampler's frames come in the layer's size and number. */
function sampledFilters(layer: Layer, fps: FrameRate): string[] {
  return [`format=${pixelFormat(layer)}`, 'setsar=1', inOrder(fps)];
}

function sourceFilters(layer: Layer, fps: FrameRate): string[] {
  const count = layer.end - layer.start;
  return [
    // Time 0 is the layer's start: what was decoded before it, to get there, is dropped, and where
    // the source starts later its first frame stands in.
    layer.kind === 'video' ? `fps=${rate(fps)}:start_time=0` : 'trim=end_frame=1',
    // Not `accurate_rnd`: four times the work for less than one level of 256.
    `scale=${layer.scaleWidth}:${layer.scaleHeight}:flags=bicubic:${TO_BT709}`,
    ...(layer.motion ? [] : [cropTo(layer)]),
    `format=${pixelFormat(layer)}`,
    'setsar=1',
    layer.kind === 'video'
      ? `tpad=stop=-1:stop_mode=clone,trim=end_frame=${count},${inOrder(fps)}`
      : held(fps, count),
    ...(layer.motion ? [...motionFilters(layer.motion, layer), cropTo(layer)] : []),
  ];
}

/** With motion the wanted part lies at the top left of the moved picture. */
function cropTo({ width, height, cropX, cropY, motion }: Layer): string {
  return `crop=${width}:${height}:${motion ? 0 : cropX}:${motion ? 0 : cropY}:exact=1`;
}

/**
 * `fade` counts from its first frame and takes no negative start: a fade that began before the layer's
 * first picture runs over copies put in front, which are cut off again.
 */
function fadeFilters(direction: 'in' | 'out', fade: Fade | null, layer: Layer): string[] {
  if (fade === null) return [];
  const start = fade.start - layer.start;
  const before = Math.max(0, -start);
  const filter = `fade=t=${direction}:s=${Math.max(0, start)}:n=${fade.count}:alpha=1`;
  return before === 0
    ? [filter]
    : [
        `tpad=start=${before}:start_mode=clone`,
        filter,
        `trim=start_frame=${before}`,
        'setpts=PTS-STARTPTS',
      ];
}

function pixelFormat(layer: Layer): string {
  const alpha =
    layer.translucent || layer.opacity < 1 || layer.fadeIn !== null || layer.fadeOut !== null;
  return alpha ? 'yuva420p' : 'yuv420p';
}
