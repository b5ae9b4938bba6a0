import type { Sprite } from './sprite.js';

/** Blurs below this standard deviation, in pixels, are not seen. */
const LEAST = 0.05;

/**
 * A sprite that is blurred, in the order of painting. Its shadow, its outline, and its fill are blurred one by one.
 *
 * @param blur standard deviation in pixels
 */
export function blurSprite(sprite: Sprite, blur: number): Sprite[] {
  if (blur < LEAST) return [sprite];
  const { outline, shadow, fill, blur: own = 0, ...rest } = sprite;
  const total = Math.hypot(own, blur);
  const blurred = (color: string, at: { readonly x: number; readonly y: number }): Sprite => ({
    ...{ ...rest, fill: color, blur: total },
    ...(outline ? { outline } : {}),
    shadow: { color, x: at.x, y: at.y },
  });
  const shadows = shadow ? [blurred(shadow.color, shadow)] : [];
  // Of a blurred sprite, only the shadow is seen.
  if (own > 0) return shadows;
  return [...shadows, blurred(outline && outline.width > 0 ? outline.color : fill, { x: 0, y: 0 })];
}
