import { unionOf } from '../../drawing/path.js';
import { grow, roundedRect } from '../../drawing/shapes.js';
import { type Shape, shapeOf, type Sprite } from '../../drawing/sprite.js';
import type { CaptionSettings } from '../../project/types.js';
import type { GlyphLayer } from '../../text/types.js';
import { boxPadding } from '../safe-area.js';
import type { FrameSpan } from '../word-spans.js';
import type { TimedPage } from './types.js';

/** Paint order of a page's parts. */
export const LAYERS = { box: 0, mark: 1, edge: 2, fill: 3 } as const;

/** Words are drawn many times over; their shape is written once. */
const shapes = new WeakMap<GlyphLayer, Shape>();

function shapeOfLayer(layer: GlyphLayer): Shape {
  const known = shapes.get(layer);
  if (known) return known;
  const shape = shapeOf(layer.path);
  shapes.set(layer, shape);
  return shape;
}

type Edge = Pick<CaptionSettings, 'outlineColor' | 'outlineWidth' | 'shadowColor' | 'shadowOffset'>;

/** Letters in a colour; emoji keep their own. */
export function fillSprites(
  ink: readonly GlyphLayer[],
  color: string,
  { startFrame, endFrame }: FrameSpan,
): Sprite[] {
  return ink.map((layer) => ({
    layer: LAYERS.fill,
    startFrame,
    endFrame,
    shape: shapeOfLayer(layer),
    fill: layer.color ?? color,
  }));
}

/**
 * Outline and shadow of letters, below all letters. One sprite for letters that appear together, so
 * that a translucent outline shows no seams between words.
 */
export function edgeSprites(
  ink: readonly GlyphLayer[],
  { outlineColor, outlineWidth, shadowColor, shadowOffset }: Edge,
  { startFrame, endFrame }: FrameSpan,
): Sprite[] {
  if (outlineWidth === 0 && shadowOffset === 0) return [];
  return [
    {
      layer: LAYERS.edge,
      startFrame,
      endFrame,
      shape: shapeOf(ink.flatMap(({ path }) => path)),
      // Filled too: libass leaves a hole for a fill it does not see, and its rim would shine through.
      fill: outlineWidth > 0 ? outlineColor : shadowColor,
      outline: { color: outlineColor, width: outlineWidth },
      shadow: { color: shadowColor, offset: shadowOffset },
    },
  ];
}

/** One box behind all lines of a page, when the settings want one. */
export function boxSprites(
  { layout, times }: TimedPage,
  { boxColor, fontSize }: Pick<CaptionSettings, 'boxColor' | 'fontSize'>,
): Sprite[] {
  const around = unionOf(layout.lines);
  if (boxColor === null || around === null) return [];
  const padding = boxPadding(fontSize);
  return [
    {
      layer: LAYERS.box,
      startFrame: times.startFrame,
      endFrame: times.endFrame,
      shape: shapeOf(roundedRect(grow(around, padding, padding / 3), padding / 2)),
      fill: boxColor,
    },
  ];
}
