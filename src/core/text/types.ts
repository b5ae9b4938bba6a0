import type { Path } from '../drawing/path.js';

/** A face at a size. */
export interface FontRequest {
  /** A family as the catalogue names it. */
  readonly family: string;
  /** 100 (thin) to 900 (black), 400 regular, 700 bold; the nearest the family has is taken. */
  readonly weight: number;
  readonly italic?: boolean;
  /** Of the em, in pixels. */
  readonly sizePx: number;
  /** Added after each cluster, in pixels; joined scripts stay joined. */
  readonly letterSpacingPx?: number;
}

/** Measures of a face at a size, in pixels from the baseline, all positive. */
export interface FontMetrics {
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** From the baseline down to the middle of an underline. */
  readonly underlineOffset: number;
  readonly underlineThickness: number;
}

export interface ShapeOptions {
  /** Base direction; `auto` takes that of the first strong letter, left to right where there is none. */
  readonly direction: 'auto' | 'ltr' | 'rtl';
  /** BCP 47 tag; chooses local letter forms, and the font of Han characters. */
  readonly language: string;
}

/** One colour of a glyph; null is the colour of the text. */
export interface GlyphLayer {
  /** `#RRGGBBAA`. */
  readonly color: string | null;
  /** Relative to the glyph's origin on the baseline. */
  readonly path: Path;
}

export interface ShapedGlyph {
  /** The characters it stands for: UTF-16 positions in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly rtl: boolean;
  /** The room it takes: from the left end of the text, and how wide. None for marks. */
  readonly left: number;
  readonly advance: number;
  /** Where its outline has its origin: from the left end of the text and from the baseline. */
  readonly x: number;
  readonly y: number;
  /** Bottom first; one of no colour of its own for ordinary letters, several for emoji. */
  readonly layers: readonly GlyphLayer[];
}

/** A line of text with every letter in its place. */
export interface ShapedText {
  readonly text: string;
  readonly direction: 'ltr' | 'rtl';
  readonly width: number;
  /** In visual order, from left to right. */
  readonly glyphs: readonly ShapedGlyph[];
  /** Characters for which no font has a glyph, each once; they take no room and are not drawn. */
  readonly missing: readonly string[];
}

/**
 * Turns text into outlines: bidirectional order, joining, ligatures, marks, and other fonts for what
 * the family lacks. Behaves as a function of its arguments, whatever was asked before.
 */
export interface TextShaper {
  /**
   * One line; control characters have no place in it.
   *
   * @throws Error when there is no such family
   */
  shape(text: string, font: FontRequest, options: ShapeOptions): ShapedText;

  /** @throws Error when there is no such family */
  metrics(font: FontRequest): FontMetrics;
}
