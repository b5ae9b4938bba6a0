import {
  type GlyphSpriteOptions,
  TEXT_LAYERS,
  type EdgeStyle,
  glyphEdgeSprites,
  glyphFillSprites,
} from '../../drawing/glyph-sprites.js';
import { type Rect, unionOf } from '../../drawing/path.js';
import { expandRect, roundedRect } from '../../drawing/rectangles.js';
import { type Sprite, toShape } from '../../drawing/sprite.js';
import type { CaptionSettings } from '../../project/types/index.js';
import type { FrameSpan } from '../../time/frame-span.js';
import type { PageWord } from '../layout/lay-out-page.js';
import { boxPadding } from '../layout/safe-area.js';
import type { TimedPage } from './types.js';

/** How a word is drawn in a span of frames. */
export interface WordLook extends GlyphSpriteOptions {
  readonly color: string;
  readonly edge: EdgeStyle;
}

/** A word with its outline and shadow. */
export function wordSprites(
  { glyphLayers }: Pick<PageWord, 'glyphLayers'>,
  span: FrameSpan,
  { color, edge, ...options }: WordLook,
): Sprite[] {
  return [
    ...glyphEdgeSprites(glyphLayers, edge, span, options),
    ...glyphFillSprites(glyphLayers, color, span, options),
  ];
}

/** Outline and shadow of a whole page. */
export function pageEdgeSprites({ layout, times }: TimedPage, settings: CaptionSettings): Sprite[] {
  const layers = layout.words.flatMap(({ glyphLayers }) => glyphLayers);
  return glyphEdgeSprites(layers, settings, times);
}

/** One box behind all lines of a page, if the settings have a box color. */
export function pageBoxSprites(
  { layout, times }: TimedPage,
  { boxColor, fontSize }: CaptionSettings,
): Sprite[] {
  const bounds = unionOf(layout.lines);
  if (boxColor === null || bounds === null) return [];
  const padding = boxPadding(fontSize);
  return [
    {
      layer: TEXT_LAYERS.box,
      startFrame: times.startFrame,
      endFrame: times.endFrame,
      shape: toShape(roundedRect(expandRect(bounds, padding, padding / 3), padding)),
      fill: boxColor,
    },
  ];
}

/** A rounded box behind a word or a line, below all letters. */
export function markerSprite(
  rect: Rect,
  radius: number,
  fill: string,
  { startFrame, endFrame }: FrameSpan,
): Sprite {
  return {
    layer: TEXT_LAYERS.marker,
    startFrame,
    endFrame,
    shape: toShape(roundedRect(rect, radius)),
    fill,
  };
}

/** The area of a word or a line at the height of its letters plus a margin, whatever the line height. */
export function letterRect({ left, right, top, bottom }: Rect, fontSize: number): Rect {
  const middle = (top + bottom) / 2;
  const half = fontSize * 0.6;
  return { left, right, top: Math.round(middle - half), bottom: Math.round(middle + half) };
}
