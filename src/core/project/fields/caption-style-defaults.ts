import type { CaptionSettings, CaptionStyle, Margins } from '../types/index.js';

/** The defaults of the settings that depend on the caption style. */
export type CaptionStyleDefaults = Pick<
  CaptionSettings,
  'fontWeight' | 'lineHeight' | 'wordColor' | 'boxColor'
> & {
  /** Width of the outline as a share of the font size. */
  readonly outline: number;
};

const WHITE = '#FFFFFFFF';
const YELLOW = '#FFD400FF';

const PLAIN: CaptionStyleDefaults = {
  fontWeight: 700,
  lineHeight: 1.2,
  wordColor: YELLOW,
  boxColor: null,
  outline: 0.075,
};

const DEFAULTS: Readonly<Record<CaptionStyle, CaptionStyleDefaults>> = {
  progressive: PLAIN,
  classic: PLAIN,
  'classic-progressive': PLAIN,
  'classic-one-word': { ...PLAIN, fontWeight: 800 },
  'boxed-line': { ...PLAIN, fontWeight: 600, lineHeight: 1.5, boxColor: '#000000B3', outline: 0 },
  'boxed-word': { ...PLAIN, lineHeight: 1.35, wordColor: WHITE, boxColor: '#7C3AEDFF' },
  karaoke: PLAIN,
  highlight: { ...PLAIN, lineHeight: 1.3, wordColor: '#161616FF', boxColor: '#FFE14AFF' },
  pop: { ...PLAIN, fontWeight: 800 },
  bounce: { ...PLAIN, fontWeight: 800 },
  typewriter: PLAIN,
  underline: { ...PLAIN, lineHeight: 1.35 },
};

export function captionStyleDefaults(style: CaptionStyle): CaptionStyleDefaults {
  return DEFAULTS[style];
}

/**
 * The margins that short-video apps draw over in a 9:16 frame (approximate: phones differ), and the title
 * safe area of EBU R 95.
 */
export const SAFE_AREAS = {
  title: { left: 0.05, right: 0.05, top: 0.05, bottom: 0.05 },
  tiktok: { left: 0.06, right: 0.13, top: 0.08, bottom: 0.25 },
  shorts: { left: 0.06, right: 0.13, top: 0.1, bottom: 0.25 },
  reels: { left: 0.06, right: 0.11, top: 0.14, bottom: 0.35 },
} as const satisfies Readonly<Record<string, Margins>>;

export type SafeAreaName = keyof typeof SAFE_AREAS;

/** A legible size: larger, relative to its width, in a portrait frame on a phone than in a landscape frame. */
export function defaultFontSize({ width, height }: { width: number; height: number }): number {
  const size = height > width ? width / 13 : height / 17;
  return Math.min(300, Math.max(6, Math.round(size)));
}
