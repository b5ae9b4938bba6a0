import type { TextAnimationStyle } from '../project/types/index.js';

/** A movement over a number of frames. */
export interface FrameAnimation {
  readonly style: TextAnimationStyle;
  readonly frames: number;
}

/** When a text is visible, and how it enters and exits. Frames are counted from its first. */
export interface TextTimes {
  readonly frames: number;
  readonly fadeInFrames: number;
  readonly fadeOutFrames: number;
  readonly animateIn: FrameAnimation | null;
  readonly animateOut: FrameAnimation | null;
}

/** The look of a text from one frame to another. */
export interface TextState {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** From 0 to 1, multiplied with the opacity of the element. */
  readonly opacity: number;
  /** A share of the sliding distance, relative to the final position. 1 is to the right, or down. */
  readonly shiftX: number;
  readonly shiftY: number;
  /** Around the center of its box. */
  readonly scale: number;
  /** The visible share of its letters or words, from 0 to 1. */
  readonly letters: number;
  readonly words: number;
}

type TextAppearance = Omit<TextState, 'from' | 'to'>;
const REST: TextAppearance = { opacity: 1, shiftX: 0, shiftY: 0, scale: 1, letters: 1, words: 1 };

/** The look of a style when the share `shown` (0 to 1) of its entrance is done. */
const STYLES: Readonly<Record<TextAnimationStyle, (shown: number) => Partial<TextAppearance>>> = {
  fade: (shown) => ({ opacity: shown }),
  pop: (shown) => ({ opacity: Math.min(1, 2 * shown), scale: 0.5 + 0.5 * easeOutBack(shown) }),
  'slide-up': (shown) => ({ opacity: easeOut(shown), shiftY: 1 - easeOut(shown) }),
  'slide-down': (shown) => ({ opacity: easeOut(shown), shiftY: easeOut(shown) - 1 }),
  'slide-left': (shown) => ({ opacity: easeOut(shown), shiftX: 1 - easeOut(shown) }),
  'slide-right': (shown) => ({ opacity: easeOut(shown), shiftX: easeOut(shown) - 1 }),
  typewriter: (shown) => ({ letters: shown }),
  words: (shown) => ({ words: shown }),
};

const easeOut = (part: number) => 1 - (1 - part) ** 3;

/** Overshoots by a tenth and returns (Penner's "back" easing). */
function easeOutBack(part: number): number {
  const beyond = 1.70158;
  return 1 + (beyond + 1) * (part - 1) ** 3 + beyond * (part - 1) ** 2;
}

/**
 * The states of a text, one after another without a gap. Frames that look the same form one state.
 *
 * The first frame shows the first step of a movement instead of nothing, and the last frame shows the last
 * step. A text exits the way it entered: text that slid up continues upward.
 */
export function textStates(times: TextTimes): TextState[] {
  const { frames, fadeInFrames, fadeOutFrames, animateIn, animateOut } = times;
  const moved = Math.max(fadeInFrames, animateIn?.frames ?? 0);
  const moves = frames - Math.max(fadeOutFrames, animateOut?.frames ?? 0);
  const states: TextState[] = [];
  const add = (from: number, to: number) => {
    const look = appearanceAt(from, times);
    const last = states.at(-1);
    if (last && sameAppearance(last, look)) states[states.length - 1] = { ...last, to };
    else states.push({ from, to, ...look });
  };
  for (let frame = 0; frame < frames;) {
    const rests = frame >= moved && frame < moves;
    const next = rests ? moves : frame + 1;
    add(frame, next);
    frame = next;
  }
  return states;
}

function appearanceAt(frame: number, times: TextTimes): TextAppearance {
  const { frames, fadeInFrames, fadeOutFrames, animateIn, animateOut } = times;
  const part = (done: number, of: number) => Math.min(1, (done + 1) / (of + 1));
  const left = frames - 1 - frame;
  const coming = animateIn && STYLES[animateIn.style](part(frame, animateIn.frames));
  const going = animateOut && STYLES[animateOut.style](part(left, animateOut.frames));
  const a = { ...REST, ...coming };
  const b = { ...REST, ...going };
  return {
    opacity: a.opacity * b.opacity * part(frame, fadeInFrames) * part(left, fadeOutFrames),
    shiftX: a.shiftX - b.shiftX,
    shiftY: a.shiftY - b.shiftY,
    scale: a.scale * b.scale,
    letters: Math.min(a.letters, b.letters),
    words: Math.min(a.words, b.words),
  };
}

function sameAppearance(a: TextAppearance, b: TextAppearance): boolean {
  return (Object.keys(REST) as (keyof TextAppearance)[]).every((key) => a[key] === b[key]);
}
