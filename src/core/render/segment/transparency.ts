import type { Canvas, Layer } from './types.js';

/** Whether something below a layer may be visible within its edges. */
export function hasTransparency(layer: Layer): boolean {
  const { mask, opacity, fadeIn, fadeOut, path, blend, matte } = layer;
  return (
    pictureHasTransparency(layer) ||
    mask !== null ||
    path !== null ||
    opacity < 1 ||
    fadeIn !== null ||
    fadeOut !== null ||
    blend !== 'normal' ||
    matte !== null
  );
}

/** Whether every pixel of a canvas is opaque. */
export function isOpaque({ backgroundColor }: Canvas): boolean {
  return backgroundColor.endsWith('FF');
}

/** Whether the picture itself may have transparent parts. */
export function pictureHasTransparency({
  translucent,
  look,
}: Pick<Layer, 'translucent' | 'look'>): boolean {
  return translucent || (look !== null && look.chromaKey !== null);
}
