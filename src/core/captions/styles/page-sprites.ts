import type { Path, Rect, Transform } from '../../drawing/path.js';
import { transformPath, unionOf } from '../../drawing/path.js';
import { grow, roundedRect } from '../../drawing/rectangles.js';
import { type Shape, shapeOf, type Sprite } from '../../drawing/sprite.js';
import type { CaptionSettings } from '../../project/types/index.js';
import type { GlyphLayer } from '../../text/types.js';
import type { PageWord } from '../layout/lay-out-page.js';
import { boxPadding } from '../layout/safe-area.js';
import type { FrameSpan } from '../paging/word-spans.js';
import type { TimedPage } from './types.js';

/** Paint order of a page's parts; a raised word stands above all others. */
const LAYERS = { box: 0, mark: 1, edge: 2, fill: 3, raisedEdge: 4, raisedFill: 5 } as const;

type Edge = Pick<CaptionSettings, 'outlineColor' | 'outlineWidth' | 'shadowColor' | 'shadowOffset'>;

/** How letters are drawn other than plainly and in their place. */
export interface InkOptions {
  readonly transform?: Transform;
  readonly raised?: boolean;
  /** Cut off outside of this; emoji are not. */
  readonly clip?: Rect;
}

/** Words are drawn many times over; their shape is written once. */
const shapes = new WeakMap<GlyphLayer, Shape>();

function shapeOfLayer(layer: GlyphLayer): Shape {
  const known = shapes.get(layer);
  if (known) return known;
  const shape = shapeOf(layer.path);
  shapes.set(layer, shape);
  return shape;
}

const moved = (path: Path, transform: Transform | undefined): Path =>
  transform ? transformPath(path, transform) : path;

/** Letters in a colour; emoji keep their own. */
export function fillSprites(
  ink: readonly GlyphLayer[],
  color: string,
  { startFrame, endFrame }: FrameSpan,
  { transform, raised = false, clip }: InkOptions = {},
): Sprite[] {
  return ink.map((layer) => ({
    layer: raised ? LAYERS.raisedFill : LAYERS.fill,
    startFrame,
    endFrame,
    shape: transform ? shapeOf(moved(layer.path, transform)) : shapeOfLayer(layer),
    fill: layer.color ?? color,
    ...(clip && layer.color === null ? { clip } : {}),
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
  { transform, raised = false }: InkOptions = {},
): Sprite[] {
  if (outlineWidth === 0 && shadowOffset === 0) return [];
  return [
    {
      layer: raised ? LAYERS.raisedEdge : LAYERS.edge,
      startFrame,
      endFrame,
      shape: shapeOf(
        moved(
          ink.flatMap(({ path }) => path),
          transform,
        ),
      ),
      // Filled too: libass leaves a hole for a fill it does not see, and its rim would shine through.
      fill: outlineWidth > 0 ? outlineColor : shadowColor,
      outline: { color: outlineColor, width: outlineWidth },
      shadow: { color: shadowColor, offset: shadowOffset },
    },
  ];
}

/** A word with its outline and shadow. */
export function wordSprites(
  { ink }: PageWord,
  color: string,
  settings: Edge,
  span: FrameSpan,
  options: InkOptions = {},
): Sprite[] {
  return [...edgeSprites(ink, settings, span, options), ...fillSprites(ink, color, span, options)];
}

/** Outline and shadow of a whole page. */
export function pageEdge({ layout, times }: TimedPage, settings: CaptionSettings): Sprite[] {
  return edgeSprites(
    layout.words.flatMap(({ ink }) => ink),
    settings,
    times,
  );
}

/** One box behind all lines of a page, when the settings want one. */
export function pageBox(
  { layout, times }: TimedPage,
  { boxColor, fontSize }: CaptionSettings,
): Sprite[] {
  const around = unionOf(layout.lines);
  if (boxColor === null || around === null) return [];
  const padding = boxPadding(fontSize);
  return [
    {
      layer: LAYERS.box,
      startFrame: times.startFrame,
      endFrame: times.endFrame,
      shape: shapeOf(roundedRect(grow(around, padding, padding / 3), padding)),
      fill: boxColor,
    },
  ];
}

/** A box of its own, with rounded corners, below all letters. */
export function boxSprite(
  rect: Rect,
  radius: number,
  fill: string,
  { startFrame, endFrame }: FrameSpan,
): Sprite {
  return {
    layer: LAYERS.mark,
    startFrame,
    endFrame,
    shape: shapeOf(roundedRect(rect, radius)),
    fill,
  };
}

/** The room of a word or line, as high as letters with a little air, whatever the line height. */
export function letterBox({ left, right, top, bottom }: Rect, fontSize: number): Rect {
  const middle = (top + bottom) / 2;
  const half = fontSize * 0.6;
  return { left, right, top: Math.round(middle - half), bottom: Math.round(middle + half) };
}
