import type { FrameRate } from '../../project/types/index.js';
import type { Rectangle } from '../../timeline/clip-look.js';
import { decimal, repeatFrame, frameTimestamps, rate } from './filter-values.js';
import { motionFilters } from './motion-filters.js';
import { borderFilters, maskFilters } from './mask-filters.js';
import { pictureFilters, pixelFormat } from './picture-filters.js';
import { frameFilters } from './picture-conversion.js';
import type { Fade, Layer } from '../segment/types.js';
import { isSampled } from '../segment/views.js';

/** The labels of the inputs with the mask and the border of a layer, if it has them. */
export interface DrawnInputs {
  readonly mask: string;
  readonly border: string;
}

/**
 * The filters that make a layer's pictures from its input, starting at picture `start`.
 *
 * @param format of the pictures
 */
export function layerFilters(
  layer: Layer,
  fps: FrameRate,
  drawn: DrawnInputs,
  format = pixelFormat(layer),
): string[] {
  return [
    ...(layer.path || isSampled(layer) || layer.canvas
      ? sampledFilters(layer, fps, drawn, format)
      : sourceFilters(layer, fps, drawn, format)),
    ...(layer.opacity < 1 ? [`lutyuv=a='0.5+val*${decimal(layer.opacity)}'`] : []),
    ...fadeFilters('in', layer.fadeIn, layer),
    ...fadeFilters('out', layer.fadeOut, layer),
    ...(layer.start > 0 ? [`setpts=N+${layer.start}`] : []),
  ];
}

/** The frames of the sampler and of groups already have the size and the number of the layer's frames. */
function sampledFilters(
  layer: Layer,
  fps: FrameRate,
  drawn: DrawnInputs,
  format: string,
): string[] {
  const count = layer.end - layer.start;
  const isStill = layer.path === null && layer.canvas?.count === 1;
  return [
    `format=${format}`,
    'setsar=1',
    isStill ? repeatFrame(fps, count) : frameTimestamps(fps),
    // The sampler reads pictures that are already cut.
    ...(layer.path ? [] : borderAndMask(layer, drawn, repeatFrame(fps, count))),
  ];
}

/** @param repeat as in {@link maskFilters} */
function borderAndMask(layer: Layer, drawn: DrawnInputs, repeat: string | null): string[] {
  return [...borderFilters(layer, drawn.border, repeat), ...maskFilters(layer, drawn.mask, repeat)];
}

function sourceFilters(layer: Layer, fps: FrameRate, drawn: DrawnInputs, format: string): string[] {
  const count = layer.end - layer.start;
  const isStill = layer.kind !== 'video' && !layer.motion && !layer.turn?.degreesPerPicture;
  return [
    // Time 0 is the start of the layer. Frames that were decoded before it are dropped. If the source
    // starts later, its first frame fills the gap.
    ...frameFilters(layer.traits),
    ...(layer.speed === 1 ? [] : [`setpts=PTS/${decimal(layer.speed)}`]),
    // `tpad` keeps each frame that it may repeat. After the scaler, filters that draw on frames would have to copy them.
    layer.kind === 'video'
      ? `fps=${rate(fps)}:start_time=0,tpad=stop=-1:stop_mode=clone`
      : 'trim=end_frame=1',
    ...pictureFilters(layer, layer.motion ? null : visiblePart(layer), format),
    // Work that is the same for all frames is done once.
    ...(isStill ? borderAndMask(layer, drawn, null) : []),
    layer.kind === 'video'
      ? `trim=end_frame=${count},${frameTimestamps(fps)}`
      : repeatFrame(fps, count),
    ...(layer.motion ? [...motionFilters(layer.motion, layer), atTopLeft(layer)] : []),
    ...(isStill ? [] : borderAndMask(layer, drawn, repeatFrame(fps, count))),
  ];
}

/** The viewport lies at the top left of the moved picture. */
function atTopLeft({ width, height }: Layer): string {
  return `crop=${width}:${height}:0:0:exact=1`;
}

/** The part of the scaled picture that shows. */
function visiblePart({ width, height, cropX, cropY }: Layer): Rectangle {
  return { width, height, x: cropX, y: cropY };
}

/**
 * `fade` counts from its first frame and accepts no negative start. A fade that began before the first
 * picture of the layer runs over copies that are put in front and cut off again.
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
