import { countPoints } from '../text/count-points.js';
import {
  type EdgeStyle,
  glyphEdgeSprites,
  glyphFillSprites,
  type GlyphLayer,
} from '../drawing/glyph-sprites.js';
import {
  applyMatrix,
  boundsOf,
  concatenated,
  isIdentity,
  type Matrix,
  scaleOf,
} from '../drawing/matrix.js';
import type { Path, Rect } from '../drawing/path.js';
import { mergeSprites, type Sprite, toShape } from '../drawing/sprite.js';
import type { TextElement, TextPartKind } from '../project/types/index.js';
import {
  type FrameAnimation,
  type TextState,
  textStates,
  type TextTimes,
} from '../timeline/text-states.js';
import { type PlacedText, placeTextElement, type TextCanvas } from './place-text-element.js';
import { backgroundsOf } from './text-boxes.js';
import {
  boxMotion,
  lineMotion,
  type MovingGroup,
  movingGroups,
  type MovingText,
} from './moving-groups.js';
import { wholeMovement } from './text-motion.js';
import { lettersOf, partsOf, piecesOf, type TextPart, type TextPiece } from './text-parts.js';

/** Sprites of a state count from 0. They are moved to the frames of the state afterwards. */
const ONE_FRAME = { startFrame: 0, endFrame: 1 };

interface TextTiming {
  readonly startFrame: number;
  readonly times: TextTimes;
  readonly copies: number;
}

export interface DrawnTextElement {
  readonly sprites: readonly Sprite[];
  /** Where the text is laid out, at rest. */
  readonly box: Rect;
  /** Whether a fitted text is larger than its area even at its smallest size. */
  readonly overflows: boolean;
  /** Characters that no font supports. */
  readonly missing: readonly string[];
}

/**
 * Draws a text element.
 *
 * @param timing the times of the element, the absolute frame in which it starts, and the number of scenes
 *   in which it shows
 */
export function drawTextElement(
  element: TextElement,
  { startFrame, times, copies }: TextTiming,
  canvas: TextCanvas,
): DrawnTextElement {
  const placed = placeTextElement(element, canvas);
  const pieces = piecesOf(placed);
  const moving = wholeMovements(times, placed, pieces);
  const states = textStates(moving);
  const points = countPoints(placed.words.flatMap(({ glyphs }) => glyphs));
  canvas.budget.spend('drawingPoints', points * states.length, element.pointer);
  canvas.budget.spend('keptPoints', points * (states.length + copies - 1), element.pointer);
  const drawing = prepare({ element, placed, pieces, times: moving, canvas });
  const sprites = states.flatMap((state) =>
    drawState(drawing, state).map((sprite) => ({
      ...sprite,
      startFrame: startFrame + state.from,
      endFrame: startFrame + state.to,
    })),
  );
  return {
    sprites: mergeSprites(sprites),
    box: placed.area,
    overflows: placed.overflows && element.settings.fontSizeMin !== null,
    missing: placed.missing,
  };
}

/** A text that is ready to be drawn in any of its states. */
interface TextDrawing extends MovingText {
  readonly backgrounds: ReturnType<typeof backgroundsOf>;
}

/** The movements of all parts of a text together. */
function wholeMovements(
  times: TextTimes,
  { words, lines }: PlacedText,
  pieces: readonly TextPiece[],
): TextTimes {
  const letters = () => pieces.reduce((sum, { glyphs }) => sum + lettersOf(glyphs).length, 0);
  const whole = (animation: FrameAnimation | null) => {
    if (animation === null || animation.by === 'element') return animation;
    const { by } = animation;
    const count = by === 'letter' ? letters() : { line: lines, word: words }[by].length;
    return wholeMovement(animation, count);
  };
  return { ...times, animateIn: whole(times.animateIn), animateOut: whole(times.animateOut) };
}

function prepare(text: Omit<MovingText, 'parts' | 'letters'>): TextDrawing {
  const { element, placed, pieces, times, canvas } = text;
  const { shaper } = canvas;
  const isBy = (kind: TextPartKind) =>
    [times.animateIn, times.animateOut].some((animation) => animation?.by === kind);
  return {
    ...text,
    parts: partsOf(placed, pieces, shaper, false),
    letters: isBy('letter') ? partsOf(placed, pieces, shaper, true) : [],
    backgrounds: backgroundsOf(placed, pieces, element.settings, { shaper, byLine: isBy('line') }),
  };
}

function drawState(drawing: TextDrawing, state: TextState): Sprite[] {
  const { element } = drawing;
  const strength = element.opacity * state.opacity;
  if (strength <= 0) return [];
  return [
    ...drawBackgrounds(drawing, state, strength),
    ...movingGroups(drawing, state).flatMap((group) => drawGroup(drawing, group, strength)),
  ];
}

function drawBackgrounds(drawing: TextDrawing, state: TextState, strength: number): Sprite[] {
  return drawing.backgrounds.map(({ layer, color, path, line }) => {
    const motion = line === null ? boxMotion(drawing, state) : lineMotion(drawing, state, line);
    const matrix = concatenated(drawing.placed.toFrame, motion.matrix);
    return {
      ...ONE_FRAME,
      layer,
      shape: toShape(transformed(path, matrix)),
      fill: multiplyAlpha(color, strength * motion.opacity),
      ...(motion.clip ? { clip: wholePixels(motion.clip) } : {}),
    };
  });
}

function drawGroup(
  { element, placed }: TextDrawing,
  group: MovingGroup,
  strength: number,
): Sprite[] {
  const matrix = concatenated(placed.toFrame, group.matrix);
  const fade = (color: string) => multiplyAlpha(color, strength * group.opacity);
  const parts = group.parts.map((part) => ({
    ...part,
    layers: part.layers.map((layer): GlyphLayer => ({
      color: layer.color && fade(layer.color),
      path: transformed(layer.path, matrix),
    })),
  }));
  const sprites = [
    ...edgesOf(parts, placed, group.matrix).flatMap(({ layers, edge }) =>
      glyphEdgeSprites(
        layers,
        { ...edge, outlineColor: fade(edge.outlineColor), shadowColor: fade(edge.shadowColor) },
        ONE_FRAME,
      ),
    ),
    ...parts.flatMap(({ layers, style }) =>
      glyphFillSprites(layers, fade(placed.style.letters[style]!.color), ONE_FRAME),
    ),
  ];
  const area = element.settings.overflow === 'clip' ? boundsOf(placed.areaOfLines, matrix) : null;
  const clip = intersection(area, group.clip);
  return clip === null
    ? sprites
    : sprites.map((sprite) => ({ ...sprite, clip: wholePixels(clip) }));
}

function transformed(path: Path, matrix: Matrix): Path {
  return isIdentity(matrix) ? path : applyMatrix(path, matrix);
}

/** Null is everything. */
function intersection(a: Rect | null, b: Rect | null): Rect | null {
  if (a === null || b === null) return a ?? b;
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** Letters with the same outline and shadow, which are drawn together. */
function edgesOf(
  parts: readonly TextPart[],
  { style }: PlacedText,
  matrix: Matrix,
): { readonly edge: EdgeStyle; readonly layers: GlyphLayer[] }[] {
  const groups = new Map<string, { edge: EdgeStyle; layers: GlyphLayer[] }>();
  for (const part of parts) {
    const { edge } = style.letters[part.style]!;
    const key = JSON.stringify(edge);
    const group = groups.get(key) ?? { edge: transformedEdge(edge, matrix), layers: [] };
    group.layers.push(...part.layers);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** An outline has one width, so it follows a transform on average over all directions. */
function transformedEdge(edge: EdgeStyle, matrix: Matrix): EdgeStyle {
  const scale = scaleOf(matrix);
  return {
    ...edge,
    outlineWidth: edge.outlineWidth * scale,
    shadowX: matrix.a * edge.shadowX + matrix.c * edge.shadowY,
    shadowY: matrix.b * edge.shadowX + matrix.d * edge.shadowY,
    shadowBlur: edge.shadowBlur * scale,
  };
}

function wholePixels({ left, top, right, bottom }: Rect): Rect {
  return {
    left: Math.floor(left),
    top: Math.floor(top),
    right: Math.ceil(right),
    bottom: Math.ceil(bottom),
  };
}

/** Makes a color more translucent. */
function multiplyAlpha(color: string, factor: number): string {
  if (factor >= 1) return color;
  const alpha = Math.round(Number.parseInt(color.slice(7, 9), 16) * factor);
  return `${color.slice(0, 7)}${alpha.toString(16).padStart(2, '0').toUpperCase()}`;
}
