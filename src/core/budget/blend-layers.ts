import type { BlendMode } from '../project/types/index.js';

/**
 * How many moving layers cost as much as blending one: it is converted to RGB and back, and modes that look at all colors of
 * a pixel calculate each pixel.
 */
export function blendLayers(mode: BlendMode): number {
  if (mode === 'normal') return 0;
  return ['hue', 'saturation', 'color', 'luminosity'].includes(mode) ? 250 : 3;
}
