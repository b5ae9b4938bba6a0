/** How a numbered style of texts appears. https://json2video.com/docs/v2/reference/text-styles */
export interface TextStyle {
  /** Settings that a text of the style has without its own. */
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly motion: Motion | null;
}

/** The motion of a style, and what comes near to it if a video config can't move parts of a text. */
export interface Motion {
  readonly field: 'animate-in' | 'animate-out';
  /** The exact motion, part by part. */
  readonly parts: {
    readonly by: 'word' | 'letter';
    readonly style: string;
    readonly duration: number;
    readonly stagger: number;
    readonly easing?: string;
  } | null;
  /** The motion of the whole text. */
  readonly whole: { readonly style: string; readonly duration: number };
  /** How much longer the whole motion takes with each part. */
  readonly perPart: number;
  /** Whether the whole motion is exactly that of the style. */
  readonly isExact: boolean;
}

const SHADOW = { 'text-shadow': '2px 2px rgba(33,33,33,0.5)' };
const PLAIN = { 'font-family': 'Roboto', 'font-weight': 400, 'font-size': '4vw' };
const INTER = { ...PLAIN, 'font-family': 'Inter' };
const ANTON = { ...PLAIN, 'font-family': 'Anton' };

const parts = (
  by: 'word' | 'letter',
  style: string,
  [duration, stagger, easing]: readonly [duration: number, stagger: number, easing?: string],
) => ({ by, style, duration, stagger, ...(easing === undefined ? {} : { easing }) });
const near = (
  style: string,
  duration: number,
  exact: Motion['parts'],
  { perPart = 0, field = 'animate-in' }: { perPart?: number; field?: Motion['field'] } = {},
): Motion => ({ field, parts: exact, whole: { style, duration }, perPart, isExact: false });

export const DEFAULT_STYLE = '001';

/** The styles by their number. */
export const TEXT_STYLES: Readonly<Record<string, TextStyle>> = {
  '001': { defaults: { ...INTER, ...SHADOW }, motion: null },
  '002': {
    defaults: { ...PLAIN, ...SHADOW },
    motion: {
      ...near('fade', 2, null),
      isExact: true,
    },
  },
  '003': {
    defaults: { ...PLAIN, ...SHADOW },
    motion: near('words', 0.5, parts('word', 'fade', [0.5, 0.4]), { perPart: 0.4 }),
  },
  '004': {
    defaults: { ...PLAIN, ...SHADOW },
    motion: near('typewriter', 0.05, parts('letter', 'fade', [0.05, 0.025]), { perPart: 0.025 }),
  },
  '005': {
    defaults: { ...PLAIN, ...SHADOW },
    motion: near('slide-up', 0.75, parts('letter', 'slide-up', [0.75, 0.05, 'elastic-out'])),
  },
  '006': {
    defaults: { ...ANTON, 'letter-spacing': '0.5em', ...SHADOW },
    motion: near('slide-left', 1.2, parts('letter', 'slide-left', [1.2, 0.03, 'expo-out'])),
  },
  '007': {
    defaults: ANTON,
    motion: near('typewriter', 1.2, null, { perPart: 0.045 }),
  },
  '008': { defaults: { ...INTER, ...SHADOW }, motion: near('pop', 0.8, null) },
  '009': { defaults: INTER, motion: near('typewriter', 2.5, null) },
  '010': { defaults: INTER, motion: near('typewriter', 2.5, null, { field: 'animate-out' }) },
  '011': {
    defaults: { ...INTER, 'font-size': '6vw', 'background-color': '#000000' },
    motion: null,
  },
  '012': {
    defaults: { ...ANTON, 'font-size': '12vw', color: '#111111' },
    motion: near('pop', 0.75, null, { perPart: 0.055 }),
  },
};

/** The style whose background is behind each line. */
export const LINE_BOX_STYLE = '011';
