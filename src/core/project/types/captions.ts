import type { Sides, TextDecoration, TextTransform } from './text.js';
import type { HorizontalAlign, Margins, VerticalAlign, WordList } from './values.js';

export const CAPTION_STYLES = [
  'progressive',
  'classic',
  'classic-progressive',
  'classic-one-word',
  'boxed-line',
  'boxed-word',
  'karaoke',
  'highlight',
  'pop',
  'bounce',
  'typewriter',
  'underline',
] as const;
export type CaptionStyle = (typeof CAPTION_STYLES)[number];

/** A position, also in the middle between the center and the top or the bottom. */
export interface CaptionPosition {
  readonly horizontal: HorizontalAlign;
  readonly vertical: VerticalAlign | 'mid-top' | 'mid-bottom';
}

/** All caption settings, resolved. Colors are `#RRGGBBAA` in uppercase, and sizes are pixels of the output. */
export interface CaptionSettings {
  readonly style: CaptionStyle;
  readonly fontFamily: string;
  /** Address of a font that replaces the family, or null to use the installed family. */
  readonly fontUrl: string | null;
  /** 100 to 900. */
  readonly fontWeight: number;
  readonly italic: boolean;
  readonly fontSize: number;
  /** Distance between baselines, as a multiple of the font size. */
  readonly lineHeight: number;
  readonly letterSpacing: number;
  readonly wordColor: string;
  readonly lineColor: string;
  readonly keywordColor: string;
  readonly shadowColor: string;
  /** The offset of the shadow to the right and down. */
  readonly shadowX: number;
  readonly shadowY: number;
  /** The radius of the blur as in CSS: twice the standard deviation. */
  readonly shadowBlur: number;
  /** Null for no box. */
  readonly boxColor: string | null;
  /** From the text to the edges of its box. Null for the padding of the style. */
  readonly padding: Sides<number> | null;
  /** Null for the radius of the style. */
  readonly boxRadius: number | null;
  readonly boxBorderWidth: number;
  readonly boxBorderColor: string;
  readonly outlineColor: string;
  readonly outlineWidth: number;
  readonly position: CaptionPosition;
  /** Where that edge or the middle of the captions is in the frame, in pixels. Null for the safe area. */
  readonly x: number | null;
  readonly y: number | null;
  readonly safeArea: Margins;
  readonly maxWordsPerLine: number;
  readonly maxCharsPerLine: number;
  readonly maxLines: number;
  readonly transform: TextTransform;
  readonly decoration: TextDecoration;
  /** Words and phrases in `keywordColor`. */
  readonly keywords: readonly string[];
  /** Replacements of words. An empty text hides the word. */
  readonly replace: Readonly<Record<string, string>>;
  /** Delay of all words. */
  readonly offsetMs: number;
}

/** A caption file: its address, or its text. */
export type CaptionSource = { readonly src: string } | { readonly text: string };

export interface SubtitlesElement {
  readonly type: 'subtitles';
  readonly pointer: string;
  /** The scene that contains the element, or null for the whole video. */
  readonly sceneIndex: number | null;
  /** BCP 47 language tag. The default is `auto`. */
  readonly language: string;
  readonly text: string | null;
  readonly words: WordList | null;
  readonly captions: CaptionSource | null;
  readonly settings: CaptionSettings;
}
