import type { Layer } from './types.js';

/** Whether something below a layer may be visible within its edges. */
export function hasTransparency(layer: Layer): boolean {
  const { mask, opacity, fadeIn, fadeOut, path } = layer;
  return (
    pictureHasTransparency(layer) ||
    mask !== null ||
    path !== null ||
    opacity < 1 ||
    fadeIn !== null ||
    fadeOut !== null
  );
}

/** Whether the picture itself may have transparent parts. */
export function pictureHasTransparency({
  translucent,
  look,
}: Pick<Layer, 'translucent' | 'look'>): boolean {
  return translucent || (look !== null && look.chromaKey !== null);
}
