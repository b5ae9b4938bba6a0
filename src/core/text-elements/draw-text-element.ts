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
import type { TextElement } from '../project/types/index.js';
import { type TextState, textStates, type TextTimes } from '../timeline/text-states.js';
import { type PlacedText, placeTextElement, type TextCanvas } from './place-text-element.js';
import { backgroundsOf } from './text-boxes.js';
import { lettersOf, partsOf, piecesOf, type TextPart, type TextPiece } from './text-parts.js';

/** How far a text slides, as a multiple of its font size. */
const SLIDE_SHARE = 2;
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
  const states = textStates(times);
  const points = countPoints(placed.words.flatMap(({ glyphs }) => glyphs));
  canvas.budget.spend('drawingPoints', points * states.length, element.pointer);
  canvas.budget.spend('keptPoints', points * (states.length + copies - 1), element.pointer);
  const drawing = prepare(element, placed, canvas);
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
interface TextDrawing {
  readonly element: TextElement;
  readonly placed: PlacedText;
  readonly canvas: TextCanvas;
  readonly pieces: readonly TextPiece[];
  /** All of the text. */
  readonly parts: readonly TextPart[];
  readonly backgrounds: ReturnType<typeof backgroundsOf>;
}

function prepare(element: TextElement, placed: PlacedText, canvas: TextCanvas): TextDrawing {
  const pieces = piecesOf(placed);
  return {
    element,
    placed,
    canvas,
    pieces,
    parts: partsOf(placed, pieces, canvas.shaper, false),
    backgrounds: backgroundsOf(placed, pieces, element.settings, canvas.shaper),
  };
}

function drawState(drawing: TextDrawing, state: TextState): Sprite[] {
  const { element, placed, backgrounds } = drawing;
  const strength = element.opacity * state.opacity;
  if (strength <= 0) return [];
  const matrix = concatenated(placed.toFrame, stateMatrix(state, placed));
  const transform = (path: Path) => (isIdentity(matrix) ? path : applyMatrix(path, matrix));
  const fade = (color: string) => multiplyAlpha(color, strength);
  const sprites: Sprite[] = backgrounds.map(({ layer, color, path }) => ({
    ...ONE_FRAME,
    layer,
    shape: toShape(transform(path)),
    fill: fade(color),
  }));
  const parts = visibleParts(drawing, state).map((part) => ({
    ...part,
    layers: part.layers.map((layer): GlyphLayer => ({
      color: layer.color && fade(layer.color),
      path: transform(layer.path),
    })),
  }));
  const letters = [
    ...edgesOf(parts, placed, matrix).flatMap(({ layers, edge }) =>
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
  if (element.settings.overflow !== 'clip') return [...sprites, ...letters];
  const clip = wholePixels(boundsOf(placed.areaOfLines, matrix));
  return [...sprites, ...letters.map((sprite) => ({ ...sprite, clip }))];
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
function transformedEdge(edge: EdgeStyle, { a, b, c, d, e, f }: Matrix): EdgeStyle {
  const scale = scaleOf({ a, b, c, d, e, f });
  return {
    ...edge,
    outlineWidth: edge.outlineWidth * scale,
    shadowX: edge.shadowX * scale,
    shadowY: edge.shadowY * scale,
    shadowBlur: edge.shadowBlur * scale,
  };
}

/** How a state of the text scales and moves it in the frame. */
function stateMatrix({ scale, shiftX, shiftY }: TextState, { area, style }: PlacedText): Matrix {
  const slide = style.fontSize * SLIDE_SHARE;
  const [x, y] = [(area.left + area.right) / 2, (area.top + area.bottom) / 2];
  return {
    ...{ a: scale, b: 0, c: 0, d: scale },
    e: x * (1 - scale) + shiftX * slide,
    f: y * (1 - scale) + shiftY * slide,
  };
}

/** The parts with visible letters: all letters, those of the first words, or the first letters. */
function visibleParts(drawing: TextDrawing, state: TextState): readonly TextPart[] {
  const { placed, pieces, parts, canvas } = drawing;
  const words = Math.ceil(placed.words.length * state.words);
  if (state.letters >= 1) return parts.filter(({ word }) => word < words);
  const shown = pieces.filter(({ word }) => word < words);
  const letters = shown.map(({ glyphs }) => lettersOf(glyphs));
  const total = letters.reduce((sum, { length }) => sum + length, 0);
  let remaining = Math.ceil(total * state.letters);
  const visible = shown.flatMap((piece, index): TextPiece[] => {
    const first = letters[index]!.slice(0, Math.max(0, remaining));
    remaining -= first.length;
    if (first.length === 0) return [];
    if (first.length === letters[index]!.length) return [piece];
    const starts = new Set(first.map(([glyph]) => glyph!.start));
    const glyphs = piece.glyphs.filter(({ start }) => starts.has(start));
    return [
      {
        ...piece,
        glyphs,
        right:
          Math.max(...glyphs.map(({ left, advance }) => left + advance)) +
          placed.words[piece.word]!.originX,
      },
    ];
  });
  return partsOf(placed, visible, canvas.shaper, false);
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
