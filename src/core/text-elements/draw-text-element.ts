import { countPoints } from '../text/count-points.js';
import {
  type EdgeStyle,
  glyphEdgeSprites,
  glyphFillSprites,
  type GlyphLayer,
} from '../drawing/glyph-sprites.js';
import { blurSprite } from '../drawing/blur-sprite.js';
import {
  type ClipArea,
  intersectionOf,
  isEmptyArea,
  isPolygon,
  transformArea,
} from '../drawing/clip-area.js';
import { applyMatrix, concatenated, isIdentity, type Matrix, scaleOf } from '../drawing/matrix.js';
import type { Path, Rect } from '../drawing/path.js';
import { mergeSprites, type Sprite, toShape } from '../drawing/sprite.js';
import { steadySprite } from '../drawing/steady-sprite.js';
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
import { type Posed, posedWithin } from './posed.js';
import { wholeMovement } from './text-motion.js';
import { textPath } from './text-path.js';
import { placeSprite, type TextStep, textSteps } from './text-steps.js';
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

/** A text element that is placed and counted, and not drawn yet. */
export interface CountedText {
  readonly text: Omit<MovingText, 'parts' | 'letters'>;
  readonly startFrame: number;
  readonly steps: readonly TextStep[];
  /** Whether it is ever elsewhere than where it is laid out. */
  readonly moves: boolean;
}

/**
 * Places a text element, and counts its outlines before any of them is drawn. Drawing takes several times as long.
 *
 * @param timing the times of the element, the absolute frame in which it starts, and the number of scenes
 *   in which it shows
 * @throws JobFailure MEDIA_LIMIT_EXCEEDED
 */
export function countTextElement(
  element: TextElement,
  { startFrame, times, copies }: TextTiming,
  canvas: TextCanvas,
): CountedText {
  const placed = placeTextElement(element, canvas);
  const pieces = piecesOf(placed);
  const moving = wholeMovements(times, placed, pieces);
  const { frame, fps, budget } = canvas;
  const { fontSize } = placed.style;
  const path = textPath(element, { area: placed.area, fontSize, frame, fps, count: times.frames });
  const steps = textSteps(textStates(moving), path);
  const drawings = new Set(steps.map(({ key }) => key)).size;
  const points = countPoints(placed.words.flatMap(({ glyphs }) => glyphs));
  budget.spend('drawingPoints', points * drawings, element.pointer);
  budget.spend('keptPoints', points * (drawings + copies - 1), element.pointer);
  const text = { element, placed, pieces, times: moving, canvas };
  return { text, startFrame, steps, moves: path.moves };
}

/** Draws a text element in all of its states. */
export function drawTextElement(counted: CountedText): DrawnTextElement {
  const { text, startFrame, steps, moves } = counted;
  const { element, placed } = text;
  const { frame } = text.canvas;
  const drawing = prepare(text);
  const drawn = new Map<string, readonly Sprite[]>();
  const sprites = steps.flatMap((step) => {
    let own = drawn.get(step.key);
    if (own === undefined) {
      const made = drawStep(drawing, step);
      drawn.set(step.key, (own = moves ? made.map(steadySprite) : made));
    }
    return own.flatMap((sprite) => placeSprite(sprite, step, { first: startFrame, frame }) ?? []);
  });
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

/** The sprites of a step, in one frame, without its whole pixels. */
function drawStep(drawing: TextDrawing, { state, posed: outer }: TextStep): Sprite[] {
  const { element } = drawing;
  const strength = element.opacity * state.opacity;
  if (strength * outer.opacity <= 0) return [];
  return [
    ...drawBackgrounds(drawing, state, { strength, outer }),
    ...movingGroups(drawing, state).flatMap((group) =>
      drawGroup(drawing, group, { strength, outer }),
    ),
  ];
}

/** How strong a text is, and how it moves as a whole. */
interface Whole {
  readonly strength: number;
  readonly outer: Posed;
}

function drawBackgrounds(
  drawing: TextDrawing,
  state: TextState,
  { strength, outer }: Whole,
): Sprite[] {
  return drawing.backgrounds.flatMap(({ layer, color, path, line }) => {
    const own = line === null ? boxMotion(drawing, state) : lineMotion(drawing, state, line);
    const moved = posedWithin(own, outer);
    const matrix = concatenated(drawing.placed.toFrame, moved.matrix);
    const sprite: Sprite = {
      ...ONE_FRAME,
      layer,
      shape: toShape(transformed(path, matrix)),
      fill: multiplyAlpha(color, strength * moved.opacity),
    };
    return clipped(blurSprite(sprite, moved.blur), moved.clip);
  });
}

function drawGroup(
  { element, placed }: TextDrawing,
  { parts: still, ...own }: MovingGroup,
  { strength, outer }: Whole,
): Sprite[] {
  const moved = posedWithin(own, outer);
  const matrix = concatenated(placed.toFrame, moved.matrix);
  const fade = (color: string) => multiplyAlpha(color, strength * moved.opacity);
  const parts = still.map((part) => ({
    ...part,
    layers: part.layers.map((layer): GlyphLayer => ({
      color: layer.color && fade(layer.color),
      path: transformed(layer.path, matrix),
    })),
  }));
  const sprites = [
    ...edgesOf(parts, placed, moved.matrix).flatMap(({ layers, edge }) =>
      glyphEdgeSprites(
        layers,
        { ...edge, outlineColor: fade(edge.outlineColor), shadowColor: fade(edge.shadowColor) },
        ONE_FRAME,
      ),
    ),
    ...parts.flatMap(({ layers, style }) =>
      glyphFillSprites(layers, fade(placed.style.letters[style]!.color), ONE_FRAME, {
        once: true,
      }),
    ),
  ];
  const area =
    element.settings.overflow === 'clip' ? transformArea(placed.areaOfLines, matrix) : null;
  const blurred = sprites.flatMap((sprite) => blurSprite(sprite, moved.blur));
  return clipped(blurred, intersectionOf([area, moved.clip]));
}

/** Sprites of which only a part shows. */
function clipped(sprites: readonly Sprite[], clip: ClipArea | null): Sprite[] {
  if (clip === null) return [...sprites];
  const area = isPolygon(clip) ? clip : wholePixels(clip);
  return isEmptyArea(area) ? [] : sprites.map((sprite) => ({ ...sprite, clip: area }));
}

function transformed(path: Path, matrix: Matrix): Path {
  return isIdentity(matrix) ? path : applyMatrix(path, matrix);
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
