import {
  type GlyphSpriteOptions,
  TEXT_LAYERS,
  type EdgeStyle,
  glyphEdgeSprites,
  glyphFillSprites,
} from '../../drawing/glyph-sprites.js';
import { type Rect, unionOf } from '../../drawing/path.js';
import { roundedRect, roundedRing } from '../../drawing/rectangles.js';
import { type Sprite, toShape } from '../../drawing/sprite.js';
import type { CaptionSettings } from '../../project/types/index.js';
import type { FrameSpan } from '../../time/frame-span.js';
import type { PageWord } from '../layout/lay-out-page.js';
import { boxPadding, paddingOf, withPadding } from '../layout/safe-area.js';
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
export function pageBoxSprites({ layout, times }: TimedPage, settings: CaptionSettings): Sprite[] {
  const bounds = unionOf(layout.lines);
  if (bounds === null) return [];
  const own = boxPadding(settings.fontSize);
  return boxSprites(bounds, settings, times, {
    layer: TEXT_LAYERS.box,
    padding: { x: own, y: own / 3 },
    radius: own,
  });
}

/** How a style draws a box, unless the settings say otherwise. Lengths are pixels. */
export interface BoxLook {
  readonly layer?: number;
  readonly padding: { readonly x: number; readonly y: number };
  readonly radius: number;
}

/** A rounded box with its border, behind a word, a line, or a page. Without a color and a border, there is none. */
export function boxSprites(
  rect: Rect,
  settings: CaptionSettings,
  span: FrameSpan,
  { layer = TEXT_LAYERS.marker, padding, radius }: BoxLook,
): Sprite[] {
  return filledBox(withPadding(rect, paddingOf(settings, padding)), settings, span, {
    layer,
    radius,
  });
}

/** The same for a rectangle that contains its padding. */
export function filledBox(
  box: Rect,
  { boxColor, boxRadius, boxBorderWidth, boxBorderColor }: CaptionSettings,
  { startFrame, endFrame }: FrameSpan,
  { layer = TEXT_LAYERS.marker, radius }: Omit<BoxLook, 'padding'>,
): Sprite[] {
  const rounded = boxRadius ?? radius;
  const span = { layer, startFrame, endFrame };
  const sprites: Sprite[] = [];
  if (boxColor !== null) {
    sprites.push({ ...span, shape: toShape(roundedRect(box, rounded)), fill: boxColor });
  }
  if (boxBorderWidth > 0) {
    const shape = toShape(roundedRing(box, rounded, boxBorderWidth));
    sprites.push({ ...span, shape, fill: boxBorderColor });
  }
  return sprites;
}

/** The area of a word or a line at the height of its letters plus a margin, whatever the line height. */
export function letterRect({ left, right, top, bottom }: Rect, fontSize: number): Rect {
  const middle = (top + bottom) / 2;
  const half = fontSize * 0.6;
  return { left, right, top: Math.round(middle - half), bottom: Math.round(middle + half) };
}
