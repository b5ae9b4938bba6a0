/** How a numbered style of texts appears. https://json2video.com/docs/v2/reference/text-styles */
export interface TextStyle {
  /** Settings that a text of the style has without its own. */
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly motion: Motion | null;
}

/** The motion of a style. */
export interface Motion {
  readonly field: 'animate-in' | 'animate-out';
  readonly animation: {
    readonly style: string;
    /** In seconds. If parts move, that of each part. */
    readonly duration: number;
    readonly by?: 'word' | 'letter';
    readonly stagger?: number;
    readonly easing?: string;
  };
  /** Whether the motion is only near to that of the style. */
  readonly isNear: boolean;
}

const SHADOW = { 'text-shadow': '2px 2px rgba(33,33,33,0.5)' };
const PLAIN = { 'font-family': 'Roboto', 'font-weight': 400, 'font-size': '4vw' };
const INTER = { ...PLAIN, 'font-family': 'Inter' };
const ANTON = { ...PLAIN, 'font-family': 'Anton' };

const exactly = (animation: Motion['animation']): Motion => ({
  field: 'animate-in',
  animation,
  isNear: false,
});
const nearly = (animation: Motion['animation'], field: Motion['field'] = 'animate-in'): Motion => ({
  field,
  animation,
  isNear: true,
});

export const DEFAULT_STYLE = '001';

/** The styles by their number. */
export const TEXT_STYLES: Readonly<Record<string, TextStyle>> = {
  '001': { defaults: { ...INTER, ...SHADOW }, motion: null },
  '002': {
    defaults: { ...PLAIN, ...SHADOW },
    motion: exactly({ style: 'fade', duration: 2 }),
  },
  '003': {
    defaults: { ...PLAIN, ...SHADOW },
    motion: exactly({ style: 'fade', by: 'word', duration: 0.5, stagger: 0.4 }),
  },
  '004': {
    defaults: { ...PLAIN, ...SHADOW },
    motion: exactly({ style: 'fade', by: 'letter', duration: 0.05, stagger: 0.025 }),
  },
  '005': {
    defaults: { ...PLAIN, ...SHADOW },
    motion: exactly({
      ...{ style: 'slide-up', by: 'letter', duration: 0.75, stagger: 0.05 },
      easing: 'elastic-out',
    }),
  },
  '006': {
    defaults: { ...ANTON, 'letter-spacing': '0.5em', ...SHADOW },
    motion: exactly({
      ...{ style: 'slide-left', by: 'letter', duration: 1.2, stagger: 0.03 },
      easing: 'expo-out',
    }),
  },
  '007': {
    defaults: ANTON,
    motion: nearly({ style: 'fade', by: 'letter', duration: 0.05, stagger: 0.045 }),
  },
  '008': { defaults: { ...INTER, ...SHADOW }, motion: nearly({ style: 'pop', duration: 0.8 }) },
  '009': { defaults: INTER, motion: nearly({ style: 'typewriter', duration: 2.5 }) },
  '010': {
    defaults: INTER,
    motion: nearly({ style: 'typewriter', duration: 2.5 }, 'animate-out'),
  },
  '011': {
    defaults: { ...INTER, 'font-size': '6vw', 'background-color': '#000000' },
    motion: null,
  },
  '012': {
    defaults: { ...ANTON, 'font-size': '12vw', color: '#111111' },
    motion: nearly({ style: 'pop', by: 'letter', duration: 0.75, stagger: 0.055 }),
  },
};

/** The style whose background is behind each line. */
export const LINE_BOX_STYLE = '011';
