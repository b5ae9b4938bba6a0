import type { Position, WordList } from './values.js';

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

/** Margins without captions, as a share of the width or height of the frame. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** All caption settings, resolved. Colors are `#RRGGBBAA` in uppercase, and sizes are pixels of the output. */
export interface CaptionSettings {
  readonly style: CaptionStyle;
  readonly fontFamily: string;
  /** Address of a font that replaces the family, or null to use the installed family. */
  readonly fontUrl: string | null;
  /** 100 to 900. */
  readonly fontWeight: number;
  readonly fontSize: number;
  /** Distance between baselines, as a multiple of the font size. */
  readonly lineHeight: number;
  readonly letterSpacing: number;
  readonly wordColor: string;
  readonly lineColor: string;
  readonly keywordColor: string;
  readonly shadowColor: string;
  readonly shadowOffset: number;
  /** Null for no box. */
  readonly boxColor: string | null;
  readonly outlineColor: string;
  readonly outlineWidth: number;
  readonly position: Position;
  readonly safeArea: Margins;
  readonly maxWordsPerLine: number;
  readonly maxCharsPerLine: number;
  readonly maxLines: number;
  readonly allCaps: boolean;
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
