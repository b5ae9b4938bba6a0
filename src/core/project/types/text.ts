import { ENTRANCES, type Direction, type Entrance } from '../../motion/animations.js';
import type { HorizontalAlign, Margins, VerticalAlign } from './values.js';

/** Styles that are particular to texts, or whose measure is the font size. */
export const LETTER_ANIMATIONS = [
  'fade',
  'pop',
  'slide',
  'fly',
  'reveal',
  'zoom',
  'spin',
  'flip',
  'typewriter',
  'words',
] as const;
export type LetterAnimationStyle = (typeof LETTER_ANIMATIONS)[number];
export type TextAnimationStyle = LetterAnimationStyle | Entrance;

/** All styles of texts, with those that every other element has. */
export const TEXT_ANIMATIONS: readonly TextAnimationStyle[] = [
  ...new Set([...LETTER_ANIMATIONS, ...ENTRANCES]),
];

/** What moves by itself: the whole text, or each of its lines, words, or letters. */
export const TEXT_PARTS = ['element', 'line', 'word', 'letter'] as const;
export type TextPartKind = (typeof TEXT_PARTS)[number];

/** How a text appears or disappears. */
export interface TextAnimation {
  readonly style: TextAnimationStyle;
  readonly durationMs: number;
  readonly by: TextPartKind;
  /** In the spelling of `easingOf`; null for that of the style. */
  readonly easing: string | null;
  /** Time between the starts of neighboring parts; null to spread them over the duration. */
  readonly staggerMs: number | null;
  /** Where a text moves; null for the direction of the style. */
  readonly direction: Direction | null;
  /** How far a text moves; null for the distance of the style. */
  readonly distance: Extent | null;
  /** The size at the start, as a share of the size at rest; null for that of the style. */
  readonly scale: number | null;
  /** As in animations of other elements; null for what the style has. */
  readonly angle: number | null;
  readonly frequency: number | null;
  readonly fade: boolean | null;
}

export const TEXT_TRANSFORMS = ['none', 'uppercase', 'lowercase', 'capitalize'] as const;
export type TextTransform = (typeof TEXT_TRANSFORMS)[number];

export const TEXT_DECORATIONS = ['none', 'underline', 'line-through', 'overline'] as const;
export type TextDecoration = (typeof TEXT_DECORATIONS)[number];

/** `start` and `end` follow the direction of each line. */
export type TextAlign = HorizontalAlign | 'justify' | 'start' | 'end';

/** What a box is drawn behind: the text, the whole area of the element, or each line. */
export const TEXT_BOXES = ['area', 'text', 'line', 'band'] as const;
export type TextBox = (typeof TEXT_BOXES)[number];

/** How lines break: into lines of similar width, into full lines, or only at line breaks of the text. */
export const TEXT_WRAPS = ['balance', 'fill', 'none'] as const;
export type TextWrap = (typeof TEXT_WRAPS)[number];

export const TEXT_OVERFLOWS = ['visible', 'ellipsis', 'clip'] as const;
export type TextOverflow = (typeof TEXT_OVERFLOWS)[number];

export const WRITING_MODES = ['horizontal', 'vertical-rl'] as const;
export type WritingMode = (typeof WRITING_MODES)[number];

/** A length that can depend on the font size: `px` pixels of the output plus `em` times the font size. */
export interface Extent {
  readonly px: number;
  readonly em: number;
}

/** A length on each side of a box. */
export interface Sides<T> {
  readonly top: T;
  readonly right: T;
  readonly bottom: T;
  readonly left: T;
}

/** The look of letters. Colors are `#RRGGBBAA` in uppercase. */
export interface LetterSettings {
  readonly fontFamily: string;
  /** Address of a font that replaces the family, or null. */
  readonly fontUrl: string | null;
  /** 100 to 900. */
  readonly fontWeight: number;
  readonly italic: boolean;
  readonly color: string;
  readonly letterSpacing: Extent;
  readonly transform: TextTransform;
  readonly decoration: TextDecoration;
  readonly outlineColor: string;
  readonly outlineWidth: Extent;
}

/** All settings of a text, resolved except for the font size. */
export interface TextSettings extends LetterSettings {
  /** The em size in pixels of the output; the largest one if the text is fitted. */
  readonly fontSize: number;
  /** The smallest size of a text that is fitted into its area; null for a fixed size. */
  readonly fontSizeMin: number | null;
  /** Distance between baselines. */
  readonly lineHeight: Extent;
  readonly wordSpacing: Extent;
  readonly align: TextAlign;
  readonly verticalAlign: VerticalAlign;
  readonly padding: Sides<Extent>;
  readonly shadowColor: string;
  readonly shadowX: Extent;
  readonly shadowY: Extent;
  /** The radius of the blur as in CSS: twice the standard deviation. */
  readonly shadowBlur: Extent;
  readonly box: TextBox;
  /** Null for no box. */
  readonly boxColor: string | null;
  readonly boxRadius: Extent;
  readonly boxBorderWidth: Extent;
  readonly boxBorderColor: string;
  readonly wrap: TextWrap;
  /** Whether a word that is wider than a line is broken anywhere. */
  readonly breaksWords: boolean;
  /** Null for any number of lines. */
  readonly maxLines: number | null;
  readonly overflow: TextOverflow;
  /** The margins of an element without a position or a width. */
  readonly safeArea: Margins;
  readonly writingMode: WritingMode;
}

/** What a run changes about the look of the text. Null is the look of the text. */
export type RunSettings = {
  readonly [K in Exclude<keyof LetterSettings, 'letterSpacing'>]: LetterSettings[K] | null;
} & {
  readonly letterSpacing: Extent | null;
  /** Relative to the font size of the text. */
  readonly fontSize: Extent | null;
  /** Color of a box behind the run. */
  readonly boxColor: string | null;
};

/** A part of a text with a look of its own. */
export interface TextRun {
  readonly text: string;
  readonly settings: RunSettings;
}
