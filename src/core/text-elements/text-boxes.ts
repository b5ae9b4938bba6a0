import { TEXT_LAYERS } from '../drawing/glyph-sprites.js';
import type { Path, Rect } from '../drawing/path.js';
import { roundedRect, roundedRing } from '../drawing/rectangles.js';
import type { TextBox, TextSettings } from '../project/types/index.js';
import type { TextShaper } from '../text/types.js';
import type { PlacedText } from './place-text-element.js';
import type { TextPiece } from './text-parts.js';

/** A filled shape behind a text, in the space of its lines. */
export interface TextBackground {
  readonly layer: number;
  readonly color: string;
  readonly path: Path;
  /** The line that it moves with; null if it moves with the text. */
  readonly line: number | null;
}

interface BackgroundOptions {
  readonly shaper: TextShaper;
  /** Whether the box of each line moves with its line. */
  readonly byLine: boolean;
}

/** The boxes behind a text, its border, and the boxes behind its runs. */
export function backgroundsOf(
  placed: PlacedText,
  pieces: readonly TextPiece[],
  { box, boxColor, boxBorderColor }: TextSettings,
  { shaper, byLine }: BackgroundOptions,
): TextBackground[] {
  const { radius, border } = placed.style;
  const backgrounds: TextBackground[] = [];
  const add = (layer: number, color: string, path: Path, line: number | null) => {
    if (path.length > 0) backgrounds.push({ layer, color, path, line });
  };
  const addBoxes = (rects: readonly Rect[], line: number | null) => {
    const filled = rects.flatMap((rect) => roundedRect(rect, radius));
    if (boxColor !== null) add(TEXT_LAYERS.box, boxColor, filled, line);
    const rings = border > 0 ? rects.flatMap((rect) => roundedRing(rect, radius, border)) : [];
    add(TEXT_LAYERS.box, boxBorderColor, rings, line);
  };
  const lines = box === 'line' ? lineBoxes(placed) : [];
  if (byLine) withoutOverlap(lines).forEach(({ rect, line }) => addBoxes([rect], line));
  // One shape, because translucent boxes of neighboring lines would be darker where they overlap.
  else
    addBoxes(
      lines.map(({ rect }) => rect),
      null,
    );
  if (box !== 'line') addBoxes([boxBehind(box, placed)], null);
  const byColor = new Map<string, Path[]>();
  for (const piece of pieces) {
    const { font, boxColor: color } = placed.style.letters[piece.style]!;
    if (color === null) continue;
    const { ascent, descent } = shaper.metrics(font);
    const rect = {
      left: piece.left,
      right: piece.right ?? piece.left,
      top: piece.baseline - ascent,
      bottom: piece.baseline + descent,
    };
    byColor.set(color, [...(byColor.get(color) ?? []), roundedRect(rect)]);
  }
  for (const [color, paths] of byColor) add(TEXT_LAYERS.marker, color, paths.flat(), null);
  return backgrounds;
}

/** The box behind the whole text. */
function boxBehind(box: Exclude<TextBox, 'line'>, { areaOfLines, textBox }: PlacedText): Rect {
  if (box === 'area') return areaOfLines;
  if (box === 'text') return textBox;
  return { ...textBox, left: areaOfLines.left, right: areaOfLines.right };
}

interface LineBox {
  readonly rect: Rect;
  readonly line: number;
}

/** Boxes that move alone meet between their lines, because a translucent one would shine through its neighbor. */
function withoutOverlap(boxes: readonly LineBox[]): LineBox[] {
  const between = (above: LineBox, below: LineBox) =>
    Math.round((above.rect.bottom + below.rect.top) / 2);
  return boxes.map((box, index) => {
    const [above, below] = [boxes[index - 1], boxes[index + 1]];
    const top = above ? Math.max(box.rect.top, between(above, box)) : box.rect.top;
    const bottom = below ? Math.min(box.rect.bottom, between(box, below)) : box.rect.bottom;
    return { ...box, rect: { ...box.rect, top, bottom } };
  });
}

/** The box of each line that has words, with the insets of the text. */
function lineBoxes({ lines, words, textBox }: PlacedText): LineBox[] {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return [];
  const least = lines.reduce((min, { left }) => Math.min(min, left), Infinity);
  const most = lines.reduce((max, { right }) => Math.max(max, right), -Infinity);
  const insets = {
    left: least - textBox.left,
    right: textBox.right - most,
    top: first.top - textBox.top,
    bottom: textBox.bottom - last.bottom,
  };
  const used = new Set(words.filter(({ glyphs }) => glyphs.length > 0).map(({ line }) => line));
  return lines.flatMap(({ left, right, top, bottom }, line) => {
    const rect = {
      left: left - insets.left,
      right: right + insets.right,
      top: top - insets.top,
      bottom: bottom + insets.bottom,
    };
    return used.has(line) ? [{ rect, line }] : [];
  });
}
