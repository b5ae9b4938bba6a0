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

/** What is kept free at each edge, as a part of the frame's width or height. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every caption setting, resolved: colours are `#RRGGBBAA` upper case, sizes are pixels of the output. */
export interface CaptionSettings {
  readonly style: CaptionStyle;
  readonly fontFamily: string;
  /** Where the font comes from, instead of the family; null: it is installed. */
  readonly fontUrl: string | null;
  /** 100 to 900. */
  readonly fontWeight: number;
  readonly fontSize: number;
  /** From baseline to baseline, of the font size. */
  readonly lineHeight: number;
  readonly letterSpacing: number;
  readonly wordColor: string;
  readonly lineColor: string;
  readonly keywordColor: string;
  readonly shadowColor: string;
  readonly shadowOffset: number;
  /** Null: no box. */
  readonly boxColor: string | null;
  readonly outlineColor: string;
  readonly outlineWidth: number;
  readonly position: Position;
  readonly safeArea: Margins;
  readonly maxWordsPerLine: number;
  readonly maxCharsPerLine: number;
  readonly maxLines: number;
  readonly allCaps: boolean;
  /** Words and phrases shown in `keywordColor`. */
  readonly keywords: readonly string[];
  /** What is shown instead of a word; empty: nothing. */
  readonly replace: Readonly<Record<string, string>>;
  /** Added to the time of each word. */
  readonly offsetMs: number;
}

/** A caption file: where it is, or what it says. */
export type CaptionSource = { readonly src: string } | { readonly text: string };

export interface SubtitlesElement {
  readonly type: 'subtitles';
  readonly pointer: string;
  /** The scene the element stands in, or null: the whole video. */
  readonly sceneIndex: number | null;
  /** BCP 47 language tag, `auto` when the caller gave none. */
  readonly language: string;
  readonly text: string | null;
  readonly words: WordList | null;
  readonly captions: CaptionSource | null;
  readonly settings: CaptionSettings;
}
