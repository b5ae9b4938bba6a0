import { TEXT_LAYERS } from '../drawing/glyph-sprites.js';
import type { Path, Rect } from '../drawing/path.js';
import { roundedRect, roundedRing } from '../drawing/rectangles.js';
import type { TextSettings } from '../project/types/index.js';
import type { TextShaper } from '../text/types.js';
import type { PlacedText } from './place-text-element.js';
import type { TextPiece } from './text-parts.js';

/** A filled shape behind a text, in the space of its lines. */
export interface TextBackground {
  readonly layer: number;
  readonly color: string;
  readonly path: Path;
}

/** The boxes behind a text, its border, and the boxes behind its runs. */
export function backgroundsOf(
  placed: PlacedText,
  pieces: readonly TextPiece[],
  { box, boxColor, boxBorderColor }: TextSettings,
  shaper: TextShaper,
): TextBackground[] {
  const { radius, border } = placed.style;
  const rects = { area: [placed.areaOfLines], text: [placed.textBox], line: lineBoxes(placed) }[
    box
  ];
  const backgrounds: TextBackground[] = [];
  const add = (layer: number, color: string, path: Path) => {
    if (path.length > 0) backgrounds.push({ layer, color, path });
  };
  // One shape, because translucent boxes of neighboring lines would be darker where they overlap.
  if (boxColor !== null) {
    add(
      TEXT_LAYERS.box,
      boxColor,
      rects.flatMap((rect) => roundedRect(rect, radius)),
    );
  }
  if (border > 0) {
    add(
      TEXT_LAYERS.box,
      boxBorderColor,
      rects.flatMap((rect) => roundedRing(rect, radius, border)),
    );
  }
  const byColor = new Map<string, Path[]>();
  for (const piece of pieces) {
    const { font, boxColor: color } = placed.style.letters[piece.style]!;
    if (color === null) continue;
    const { ascent, descent } = shaper.metrics(font);
    const rect = {
      left: piece.left,
      right: piece.right,
      top: piece.baseline - ascent,
      bottom: piece.baseline + descent,
    };
    byColor.set(color, [...(byColor.get(color) ?? []), roundedRect(rect)]);
  }
  for (const [color, paths] of byColor) add(TEXT_LAYERS.marker, color, paths.flat());
  return backgrounds;
}

/** The box of each line that has words, with the insets of the text. */
function lineBoxes({ lines, words, textBox }: PlacedText): Rect[] {
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
  return lines
    .filter((_, index) => used.has(index))
    .map(({ left, right, top, bottom }) => ({
      left: left - insets.left,
      right: right + insets.right,
      top: top - insets.top,
      bottom: bottom + insets.bottom,
    }));
}
