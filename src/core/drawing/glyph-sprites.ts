import type { FrameSpan } from '../time/frame-span.js';
import { type Path, type Rect, type Transform, transformPath } from './path.js';
import { type Shape, type Sprite, toShape } from './sprite.js';

/** One color layer of a glyph. Most glyphs have one layer; emoji have several. */
export interface GlyphLayer {
  /** `#RRGGBBAA`; null for the color of the text. */
  readonly color: string | null;
  readonly path: Path;
}

/** The paint order of text. The raised word is above all others. */
export const TEXT_LAYERS = {
  box: 0,
  marker: 1,
  blurredShadow: 2,
  edge: 3,
  fill: 4,
  raisedEdge: 5,
  raisedFill: 6,
} as const;

/** Outline and shadow of letters. Lengths are pixels. */
export interface EdgeStyle {
  readonly outlineColor: string;
  readonly outlineWidth: number;
  readonly shadowColor: string;
  /** The offset of the shadow to the right and down. */
  readonly shadowX: number;
  readonly shadowY: number;
  /** The radius of the blur as in CSS: twice the standard deviation. */
  readonly shadowBlur: number;
}

export interface GlyphSpriteOptions {
  readonly transform?: Transform;
  /** Whether the glyphs are drawn above all others. */
  readonly raised?: boolean;
  /** Clips everything except emoji to this area. */
  readonly clip?: Rect;
  /** Whether the layers are drawn only here, so that keeping their shapes would cost more than it saves. */
  readonly once?: boolean;
}

/** Glyphs of captions are drawn many times. Their shapes are computed once. */
const shapes = new WeakMap<GlyphLayer, Shape>();

function cachedShape(layer: GlyphLayer): Shape {
  const cached = shapes.get(layer);
  if (cached) return cached;
  const shape = toShape(layer.path);
  shapes.set(layer, shape);
  return shape;
}

const applyTransform = (path: Path, transform: Transform | undefined): Path =>
  transform ? transformPath(path, transform) : path;

const shapeWith =
  (transform: Transform | undefined) =>
  ({ path }: GlyphLayer): Shape =>
    toShape(applyTransform(path, transform));

/** Letters in a color. Emoji keep their own colors. */
export function glyphFillSprites(
  layers: readonly GlyphLayer[],
  color: string,
  { startFrame, endFrame }: FrameSpan,
  { transform, raised = false, clip, once = false }: GlyphSpriteOptions = {},
): Sprite[] {
  const shapeOf = once || transform ? shapeWith(transform) : cachedShape;
  return layers.map((layer) => ({
    layer: raised ? TEXT_LAYERS.raisedFill : TEXT_LAYERS.fill,
    startFrame,
    endFrame,
    shape: shapeOf(layer),
    fill: layer.color ?? color,
    ...(clip && layer.color === null ? { clip } : {}),
  }));
}

/**
 * Outline and shadow of letters, below all letters. Letters that appear together are one sprite, so that a
 * translucent outline has no seams between words.
 */
export function glyphEdgeSprites(
  layers: readonly GlyphLayer[],
  edge: EdgeStyle,
  { startFrame, endFrame }: FrameSpan,
  { transform, raised = false }: GlyphSpriteOptions = {},
): Sprite[] {
  const { outlineColor, outlineWidth, shadowColor, shadowX, shadowY, shadowBlur } = edge;
  const hasShadow = shadowX !== 0 || shadowY !== 0 || shadowBlur > 0;
  if (layers.length === 0 || (outlineWidth === 0 && !hasShadow)) return [];
  const path = layers.flatMap((layer) => layer.path);
  const shape = toShape(applyTransform(path, transform));
  const shadow = hasShadow ? { color: shadowColor, x: shadowX, y: shadowY } : null;
  const span = { startFrame, endFrame, shape };
  const outline = { color: outlineColor, width: outlineWidth };
  const layer = raised ? TEXT_LAYERS.raisedEdge : TEXT_LAYERS.edge;
  if (shadowBlur === 0) {
    // Filled as well: libass leaves a hole for an invisible fill, and its rim would shine through.
    return [
      { ...span, layer, fill: outlineWidth > 0 ? outlineColor : shadowColor, outline, shadow },
    ];
  }
  const blurred: Sprite = {
    ...span,
    layer: TEXT_LAYERS.blurredShadow,
    fill: shadowColor,
    outline,
    shadow,
    blur: shadowBlur / 2,
  };
  if (outlineWidth === 0) return [blurred];
  return [blurred, { ...span, layer, fill: outlineColor, outline }];
}
