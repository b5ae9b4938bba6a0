import { countPoints } from '../text/count-points.js';
import {
  type EdgeStyle,
  glyphEdgeSprites,
  glyphFillSprites,
  type GlyphLayer,
  TEXT_LAYERS,
} from '../drawing/glyph-sprites.js';
import { type Path, type Rect, scalingAbout, transformPath } from '../drawing/path.js';
import { roundedRect } from '../drawing/rectangles.js';
import { mergeSprites, type Sprite, toShape } from '../drawing/sprite.js';
import type { TextElement } from '../project/types/index.js';
import { placeGlyphs } from '../text/lay-out-line.js';
import { type TextState, textStates, type TextTimes } from '../timeline/text-states.js';
import {
  type PlacedText,
  type PlacedWord,
  placeTextElement,
  type TextCanvas,
} from './place-text-element.js';

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
  const sprites = states.flatMap((state) =>
    drawState(element, placed, state).map((sprite) => ({
      ...sprite,
      startFrame: startFrame + state.from,
      endFrame: startFrame + state.to,
    })),
  );
  return { sprites: mergeSprites(sprites), box: placed.box, missing: placed.missing };
}

function drawState(
  { settings, opacity }: TextElement,
  { box, words }: PlacedText,
  state: TextState,
): Sprite[] {
  const strength = opacity * state.opacity;
  if (strength <= 0) return [];
  const transform = stateTransform(state, box, settings.fontSize);
  const fade = (color: string) => multiplyAlpha(color, strength);
  const layers = visibleLayers(words, state).map((layer): GlyphLayer => ({
    color: layer.color && fade(layer.color),
    path: transform(layer.path),
  }));
  const edge: EdgeStyle = {
    outlineColor: fade(settings.outlineColor),
    outlineWidth: settings.outlineWidth * state.scale,
    shadowColor: fade(settings.shadowColor),
    shadowOffset: settings.shadowOffset * state.scale,
  };
  const sprites: Sprite[] = [];
  if (settings.boxColor !== null) {
    sprites.push({
      ...ONE_FRAME,
      layer: TEXT_LAYERS.box,
      shape: toShape(transform(roundedRect(box, settings.boxRadius))),
      fill: fade(settings.boxColor),
    });
  }
  if (layers.length > 0) sprites.push(...glyphEdgeSprites(layers, edge, ONE_FRAME));
  sprites.push(...glyphFillSprites(layers, fade(settings.color), ONE_FRAME));
  return sprites;
}

/** Returns a function that scales and moves paths as in a state of the text. */
function stateTransform(
  { scale, shiftX, shiftY }: TextState,
  box: PlacedText['box'],
  fontSize: number,
): (path: Path) => Path {
  if (scale === 1 && shiftX === 0 && shiftY === 0) return (path) => path;
  const slide = fontSize * SLIDE_SHARE;
  const about = scalingAbout(scale, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
  const transform = {
    ...about,
    dx: about.dx + shiftX * slide,
    dy: about.dy + shiftY * slide,
  };
  return (path) => transformPath(path, transform);
}

/** The layers of the visible letters: all letters, those of the first words, or the first letters. */
function visibleLayers(words: readonly PlacedWord[], state: TextState): GlyphLayer[] {
  const visibleWords = words.slice(0, Math.ceil(words.length * state.words));
  if (state.letters >= 1) return visibleWords.flatMap((word) => wordLayers(word, word.glyphs));
  const letterStarts = ({ glyphs }: PlacedWord) =>
    [...new Set(glyphs.map(({ start }) => start))].sort((a, b) => a - b);
  const total = visibleWords.reduce((sum, word) => sum + letterStarts(word).length, 0);
  let remaining = Math.ceil(total * state.letters);
  return visibleWords.flatMap((word) => {
    const visible = new Set(letterStarts(word).slice(0, remaining));
    remaining -= visible.size;
    return wordLayers(
      word,
      word.glyphs.filter(({ start }) => visible.has(start)),
    );
  });
}

function wordLayers({ originX, baseline }: PlacedWord, glyphs: PlacedWord['glyphs']): GlyphLayer[] {
  return [...placeGlyphs(glyphs, originX, baseline)];
}

/** Makes a color more translucent. */
function multiplyAlpha(color: string, factor: number): string {
  if (factor >= 1) return color;
  const alpha = Math.round(Number.parseInt(color.slice(7, 9), 16) * factor);
  return `${color.slice(0, 7)}${alpha.toString(16).padStart(2, '0').toUpperCase()}`;
}
