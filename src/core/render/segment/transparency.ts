import type { Layer } from './types.js';

/** True for a layer through which something below may be seen inside of its edges. */
export function isSeeThrough(layer: Layer): boolean {
  const { mask, opacity, fadeIn, fadeOut } = layer;
  return hasHoles(layer) || mask !== null || opacity < 1 || fadeIn !== null || fadeOut !== null;
}

/** True for a picture that may let something through by itself. */
export function hasHoles({ translucent, look }: Pick<Layer, 'translucent' | 'look'>): boolean {
  return translucent || (look !== null && look.chromaKey !== null);
}
