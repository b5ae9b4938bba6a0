import { edgeSprites, fillSprites } from '../captions/styles/page-sprites.js';
import { type Path, scalingAbout, transformPath } from '../drawing/path.js';
import { roundedRect } from '../drawing/rectangles.js';
import { mergeSprites, shapeOf, type Sprite } from '../drawing/sprite.js';
import type { TextElement } from '../project/types/index.js';
import { inkOf } from '../text/lay-out-line.js';
import type { GlyphLayer, TextShaper } from '../text/types.js';
import { type Extent, placeText, type PlacedText, type PlacedWord } from './place-text-element.js';
import { type TextState, textStates, type TextTimes } from '../timeline/text-states.js';

/** How far a text slides, of its font size. */
const SLIDE_SHARE = 2;

export interface DrawnText {
  readonly sprites: readonly Sprite[];
  /** Characters that no font has. */
  readonly missing: readonly string[];
}

/**
 * A text element as what is drawn of it in which frames.
 *
 * @param startFrame absolute frame in which it is there first
 */
export function drawText(
  element: TextElement,
  startFrame: number,
  times: TextTimes,
  frame: Extent,
  shaper: TextShaper,
): DrawnText {
  const placed = placeText(element, frame, shaper);
  const sprites = textStates(times).flatMap((state) =>
    drawState(element, placed, state).map((sprite) => ({
      ...sprite,
      startFrame: startFrame + state.from,
      endFrame: startFrame + state.to,
    })),
  );
  return { sprites: mergeSprites(sprites), missing: placed.missing };
}

function drawState(
  { settings, opacity }: TextElement,
  { box, words }: PlacedText,
  state: TextState,
): Sprite[] {
  const strength = opacity * state.opacity;
  if (strength <= 0) return [];
  const slide = settings.fontSize * SLIDE_SHARE;
  const about = scalingAbout(state.scale, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
  const transform = {
    ...about,
    dx: about.dx + state.shiftX * slide,
    dy: about.dy + state.shiftY * slide,
  };
  const rests = state.scale === 1 && state.shiftX === 0 && state.shiftY === 0;
  const move = (path: Path) => (rests ? path : transformPath(path, transform));
  const faint = (color: string) => fade(color, strength);
  const ink = shownInk(words, state).map((layer): GlyphLayer => ({
    color: layer.color && faint(layer.color),
    path: move(layer.path),
  }));
  const span = { startFrame: 0, endFrame: 1 };
  const edge = {
    outlineColor: faint(settings.outlineColor),
    outlineWidth: settings.outlineWidth * state.scale,
    shadowColor: faint(settings.shadowColor),
    shadowOffset: settings.shadowOffset * state.scale,
  };
  const boxSprite: Sprite[] =
    settings.boxColor === null
      ? []
      : [
          {
            ...span,
            layer: 0,
            shape: shapeOf(move(roundedRect(box, settings.boxRadius))),
            fill: faint(settings.boxColor),
          },
        ];
  return [
    ...boxSprite,
    ...(ink.length > 0 ? edgeSprites(ink, edge, span) : []),
    ...fillSprites(ink, faint(settings.color), span),
  ];
}

/** The outlines of the letters that show: all, or those of the first words, or the first letters. */
function shownInk(words: readonly PlacedWord[], state: TextState): GlyphLayer[] {
  const shownWords = words.slice(0, Math.ceil(words.length * state.words));
  if (state.letters >= 1) return shownWords.flatMap((word) => inkOfWord(word, word.glyphs));
  const lettersOf = ({ glyphs }: PlacedWord) =>
    [...new Set(glyphs.map(({ start }) => start))].sort((a, b) => a - b);
  const total = shownWords.reduce((sum, word) => sum + lettersOf(word).length, 0);
  let left = Math.ceil(total * state.letters);
  return shownWords.flatMap((word) => {
    const letters = new Set(lettersOf(word).slice(0, left));
    left -= letters.size;
    return inkOfWord(
      word,
      word.glyphs.filter(({ start }) => letters.has(start)),
    );
  });
}

function inkOfWord({ originX, baseline }: PlacedWord, glyphs: PlacedWord['glyphs']): GlyphLayer[] {
  return [...inkOf(glyphs, originX, baseline)];
}

/** A colour that lets more through. */
function fade(color: string, strength: number): string {
  if (strength >= 1) return color;
  const alpha = Math.round(Number.parseInt(color.slice(7, 9), 16) * strength);
  return `${color.slice(0, 7)}${alpha.toString(16).padStart(2, '0').toUpperCase()}`;
}
