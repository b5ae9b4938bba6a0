import type { GlyphLayer } from '../drawing/glyph-sprites.js';

/** A typeface at a size. */
export interface FontRequest {
  /** The name of a family in the font catalog. */
  readonly family: string;
  /** 100 (thin) to 900 (black); 400 is regular, 700 is bold. The nearest available weight is used. */
  readonly weight: number;
  readonly italic?: boolean;
  /** The em size in pixels. */
  readonly sizePx: number;
  /** Pixels added after each cluster. Letters of joined scripts are not separated. */
  readonly letterSpacingPx?: number;
  /** Pixels added after each space. */
  readonly wordSpacingPx?: number;
}

/** The font of a part of a text. */
export interface FontSpan {
  /** UTF-16 position in the text where the part ends. It starts where the part before ends. */
  readonly end: number;
  readonly font: FontRequest;
}

/** One font for a whole text, or one for each part. */
export type TextFont = FontRequest | readonly FontSpan[];

/** The metrics of a typeface at a size, in pixels from the baseline. All values are positive. */
export interface FontMetrics {
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** The distance from the baseline down to the middle of an underline. */
  readonly underlineOffset: number;
  readonly underlineThickness: number;
}

export interface ShapeOptions {
  /** The base direction. `auto` is that of the first strong letter, or left to right without one. */
  readonly direction: 'auto' | 'ltr' | 'rtl';
  /** BCP 47 tag; selects local letter forms and the font of Han characters. */
  readonly language: string;
  /**
   * Whether the line runs from top to bottom. Chinese, Japanese, and Korean letters stand upright, and others lie on
   * their side. The glyphs are those of the line turned left by a quarter: it runs from left to right like any line.
   */
  readonly vertical?: boolean;
}

export interface ShapedGlyph {
  /** The characters that the glyph represents: UTF-16 positions in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly rtl: boolean;
  /** The start from the left end of the text, and the advance width (0 for marks). */
  readonly left: number;
  readonly advance: number;
  /** The origin of the outline, from the left end of the text and from the baseline. */
  readonly x: number;
  readonly y: number;
  /** Bottom layer first, relative to the origin. */
  readonly layers: readonly GlyphLayer[];
}

/** A line of text with positioned glyphs. */
export interface ShapedText {
  readonly text: string;
  readonly direction: 'ltr' | 'rtl';
  readonly width: number;
  /** In visual order, from left to right. */
  readonly glyphs: readonly ShapedGlyph[];
  /** Characters that no font supports, each once. They have no width and are not drawn. */
  readonly missing: readonly string[];
}

/**
 * Turns text into outlines: bidirectional order, joining, ligatures, marks, and fallback fonts. The result
 * depends only on the arguments.
 */
export interface TextShaper {
  /**
   * Shapes one line without control characters.
   *
   * @throws Error if there is no such family
   */
  shape(text: string, font: TextFont, options: ShapeOptions): ShapedText;

  /** @throws Error if there is no such family */
  metrics(font: FontRequest): FontMetrics;
}
