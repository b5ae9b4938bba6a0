import type { HorizontalAlign } from './values.js';

export const TEXT_ANIMATIONS = [
  'fade',
  'pop',
  'slide-up',
  'slide-down',
  'slide-left',
  'slide-right',
  'typewriter',
  'words',
] as const;
export type TextAnimationStyle = (typeof TEXT_ANIMATIONS)[number];

export interface TextAnimation {
  readonly style: TextAnimationStyle;
  readonly durationMs: number;
}

/** All text settings, resolved. Colors are `#RRGGBBAA` in uppercase, and sizes are pixels of the output. */
export interface TextSettings {
  readonly fontFamily: string;
  readonly fontSize: number;
  /** 100 to 900. */
  readonly fontWeight: number;
  readonly color: string;
  /** Distance between baselines, as a multiple of the font size. */
  readonly lineHeight: number;
  readonly letterSpacing: number;
  readonly align: HorizontalAlign;
  readonly allCaps: boolean;
  readonly outlineColor: string;
  readonly outlineWidth: number;
  readonly shadowColor: string;
  readonly shadowOffset: number;
  /** Null for no box. */
  readonly boxColor: string | null;
  readonly boxPadding: number;
  readonly boxRadius: number;
}
