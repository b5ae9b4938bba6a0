import type { TextElement } from '../project/types/index.js';
import { type SpacedWord, type StyleSpan } from '../text/join-words.js';
import { layOutBlock, type TextBlock, type WrappedLine } from '../text/lay-out-block.js';
import { SIZE_STEP } from '../text/fit-steps.js';
import { transformText } from '../text/transform-text.js';
import type { ShapeOptions, TextShaper } from '../text/types.js';
import { wrapStyledText } from '../text/wrap-text.js';
import { shortenLines } from './shorten-lines.js';
import { styleOfText, type TextStyle } from './text-style.js';

/** Widths are sums of many numbers. */
const TOLERANCE_PX = 0.01;

/** The text of an element, and what it is laid out with. */
export type LaidOutElement = Pick<TextElement, 'runs' | 'settings'>;

/** The space for a text, in pixels along its lines and across them, with the insets of its box. */
export interface TextSpace {
  readonly along: number;
  /** Infinite if the text sets the size of its box. */
  readonly across: number;
}

/** A text at its size. */
export interface LaidOutText {
  readonly style: TextStyle;
  readonly block: TextBlock;
  /** Whether the text is larger than its space. */
  readonly overflows: boolean;
}

/** Lays out a text within a space. A text with a range of font sizes gets the largest at which it fits. */
export function layOutText(
  element: LaidOutElement,
  space: TextSpace,
  shaper: TextShaper,
): LaidOutText {
  const { fontSize, fontSizeMin } = element.settings;
  const at = (size: number) => layOutAt(element, size, space, shaper);
  if (fontSizeMin === null) return at(fontSize).text;
  let [fitting, tooLarge] = [fontSizeMin, fontSize];
  const largest = at(fontSize);
  if (largest.fits) return largest.text;
  while (tooLarge - fitting > SIZE_STEP) {
    const middle = (fitting + tooLarge) / 2;
    if (at(middle).fits) fitting = middle;
    else tooLarge = middle;
  }
  return at(fitting).text;
}

function layOutAt(
  element: LaidOutElement,
  size: number,
  space: TextSpace,
  shaper: TextShaper,
): { readonly text: LaidOutText; readonly fits: boolean } {
  const { settings } = element;
  const { align, wrap, breaksWords, maxLines, overflow } = settings;
  const vertical = settings.writingMode === 'vertical-rl';
  const style = styleOfText(element, size);
  const { top, right, bottom, left } = style.insets;
  const [alongInsets, acrossInsets] = vertical
    ? [top + bottom, left + right]
    : [left + right, top + bottom];
  const along = Math.max(1, space.along - alongInsets);
  const across = Math.max(1, space.across - acrossInsets);
  const options: ShapeOptions = {
    direction: 'auto',
    language: 'und',
    ...(vertical ? { vertical } : {}),
  };
  const fonts = style.letters.map(({ font }) => font);
  const lines = wrapStyledText(
    styledText(element),
    along,
    { shaper, font: fonts, options },
    { wrap: align === 'justify' && wrap === 'balance' ? 'fill' : wrap, breaksWords },
  );
  const layOut = (shown: readonly WrappedLine[]) =>
    layOutBlock(shown, shaper, fonts, {
      ...options,
      align: vertical ? 'left' : align,
      ...(align === 'justify' ? { stretchTo: along } : {}),
      lineHeight: style.lineHeight,
    });
  const whole = layOut(lines);
  const fits =
    whole.width <= along + TOLERANCE_PX &&
    whole.height <= across + TOLERANCE_PX &&
    lines.length <= (maxLines ?? Infinity);
  const fitting = whole.lines.filter(({ bottom: end }) => end <= across + TOLERANCE_PX).length;
  const most = Math.min(
    maxLines ?? Infinity,
    overflow === 'ellipsis' ? Math.max(1, fitting) : Infinity,
  );
  const isTooWide = overflow === 'ellipsis' && whole.width > along + TOLERANCE_PX;
  if (lines.length <= most && !isTooWide) {
    return { text: { style, block: whole, overflows: !fits }, fits };
  }
  const shown = shortenLines(lines, { most, maxWidth: along, shaper, fonts, options, isTooWide });
  const block = layOut(shown);
  const overflows = block.width > along + TOLERANCE_PX || block.height > across + TOLERANCE_PX;
  return { text: { style, block, overflows }, fits };
}

/** The runs as one text, in the case of each. */
function styledText({ runs, settings }: LaidOutElement): SpacedWord {
  let text = '';
  const spans: StyleSpan[] = [];
  runs.forEach((run, style) => {
    const transform = run.settings.transform ?? settings.transform;
    const shown = transformText(run.text, transform, 'und', text);
    text += shown;
    spans.push({ length: shown.length, style });
  });
  return runs.length === 1 ? { text } : { text, spans };
}
