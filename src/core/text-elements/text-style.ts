import type { EdgeStyle } from '../drawing/glyph-sprites.js';
import type { Extent, Sides, TextDecoration, TextElement } from '../project/types/index.js';
import type { FontRequest } from '../text/types.js';

/** The look of a run at a font size. Lengths are pixels. */
export interface LetterStyle {
  readonly font: FontRequest;
  readonly color: string;
  readonly decoration: TextDecoration;
  readonly edge: EdgeStyle;
  /** Null for no box behind the run. */
  readonly boxColor: string | null;
}

/** The look of a text at a font size. Lengths are pixels. */
export interface TextStyle {
  readonly fontSize: number;
  /** The look of each run. */
  readonly letters: readonly LetterStyle[];
  /** A multiple of the font size. */
  readonly lineHeight: number;
  /** From the edge of the box to its border. */
  readonly border: number;
  /** From the edge of the box to the text: border and padding. */
  readonly insets: Sides<number>;
  readonly radius: number;
}

/** The look of a text at a font size in pixels. */
export function styleOfText(
  { settings, runs }: Pick<TextElement, 'settings' | 'runs'>,
  fontSize: number,
): TextStyle {
  const pixels = ({ px, em }: Extent) => px + em * fontSize;
  const { padding } = settings;
  const border = pixels(settings.boxBorderWidth);
  const shadow = {
    shadowColor: settings.shadowColor,
    shadowX: pixels(settings.shadowX),
    shadowY: pixels(settings.shadowY),
    shadowBlur: pixels(settings.shadowBlur),
  };
  const letters = runs.map(({ settings: run }): LetterStyle => {
    const size = run.fontSize === null ? fontSize : pixels(run.fontSize);
    const inRun = ({ px, em }: Extent) => px + em * size;
    return {
      font: {
        family: run.fontFamily ?? settings.fontFamily,
        weight: run.fontWeight ?? settings.fontWeight,
        ...((run.italic ?? settings.italic) ? { italic: true } : {}),
        sizePx: size,
        letterSpacingPx: inRun(run.letterSpacing ?? settings.letterSpacing),
        ...(settings.wordSpacing.px === 0 && settings.wordSpacing.em === 0
          ? {}
          : { wordSpacingPx: inRun(settings.wordSpacing) }),
      },
      color: run.color ?? settings.color,
      decoration: run.decoration ?? settings.decoration,
      edge: {
        outlineColor: run.outlineColor ?? settings.outlineColor,
        outlineWidth: inRun(run.outlineWidth ?? settings.outlineWidth),
        ...shadow,
      },
      boxColor: run.boxColor,
    };
  });
  return {
    fontSize,
    letters,
    lineHeight: pixels(settings.lineHeight) / fontSize,
    border,
    insets: {
      top: border + pixels(padding.top),
      right: border + pixels(padding.right),
      bottom: border + pixels(padding.bottom),
      left: border + pixels(padding.left),
    },
    radius: pixels(settings.boxRadius),
  };
}
