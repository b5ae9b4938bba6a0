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
  edge: 2,
  fill: 3,
  raisedEdge: 4,
  raisedFill: 5,
} as const;

/** Outline and shadow of letters. */
export interface EdgeStyle {
  readonly outlineColor: string;
  readonly outlineWidth: number;
  readonly shadowColor: string;
  readonly shadowOffset: number;
}

export interface GlyphSpriteOptions {
  readonly transform?: Transform;
  /** Whether the glyphs are drawn above all others. */
  readonly raised?: boolean;
  /** Clips everything except emoji to this area. */
  readonly clip?: Rect;
}

/** Glyphs are drawn many times. Their shapes are computed once. */
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

/** Letters in a color. Emoji keep their own colors. */
export function glyphFillSprites(
  layers: readonly GlyphLayer[],
  color: string,
  { startFrame, endFrame }: FrameSpan,
  { transform, raised = false, clip }: GlyphSpriteOptions = {},
): Sprite[] {
  return layers.map((layer) => ({
    layer: raised ? TEXT_LAYERS.raisedFill : TEXT_LAYERS.fill,
    startFrame,
    endFrame,
    shape: transform ? toShape(transformPath(layer.path, transform)) : cachedShape(layer),
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
  { outlineColor, outlineWidth, shadowColor, shadowOffset }: EdgeStyle,
  { startFrame, endFrame }: FrameSpan,
  { transform, raised = false }: GlyphSpriteOptions = {},
): Sprite[] {
  if (outlineWidth === 0 && shadowOffset === 0) return [];
  const path = layers.flatMap((layer) => layer.path);
  return [
    {
      layer: raised ? TEXT_LAYERS.raisedEdge : TEXT_LAYERS.edge,
      startFrame,
      endFrame,
      shape: toShape(applyTransform(path, transform)),
      // Filled as well: libass leaves a hole for an invisible fill, and its rim would shine through.
      fill: outlineWidth > 0 ? outlineColor : shadowColor,
      outline: { color: outlineColor, width: outlineWidth },
      shadow: { color: shadowColor, offset: shadowOffset },
    },
  ];
}
