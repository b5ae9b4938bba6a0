import type { TextAnimation } from '../project/types/index.js';

/** A movement over a number of frames. */
export interface FrameAnimation extends Omit<TextAnimation, 'durationMs' | 'staggerMs'> {
  readonly frames: number;
  /** Frames between the starts of neighboring parts; null to spread them over the movement. */
  readonly stagger: number | null;
}

/** When a text is visible, and how it enters and exits. Frames are counted from its first. */
export interface TextTimes {
  readonly frames: number;
  readonly fadeInFrames: number;
  readonly fadeOutFrames: number;
  readonly animateIn: FrameAnimation | null;
  readonly animateOut: FrameAnimation | null;
}

/** How far a text has come from one frame to another. */
export interface TextState {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** Of the fades, from 0 to 1. */
  readonly opacity: number;
  /** The share of the entrance that is done, and the share of the exit that is still to come. 1 is at rest. */
  readonly shown: number;
  readonly remaining: number;
}

/**
 * The states of a text, one after another without a gap. Frames in the same state are one.
 *
 * The first frame shows the first step of a movement instead of nothing, and the last frame shows the last step.
 */
export function textStates(times: TextTimes): TextState[] {
  const { frames, fadeInFrames, fadeOutFrames, animateIn, animateOut } = times;
  const moved = Math.max(fadeInFrames, animateIn?.frames ?? 0);
  const moves = frames - Math.max(fadeOutFrames, animateOut?.frames ?? 0);
  const states: TextState[] = [];
  for (let frame = 0; frame < frames;) {
    const rests = frame >= moved && frame < moves;
    const to = rests ? moves : frame + 1;
    const state = { from: frame, to, ...stateAt(frame, times) };
    const last = states.at(-1);
    if (last && isSame(last, state)) states[states.length - 1] = { ...last, to };
    else states.push(state);
    frame = to;
  }
  return states;
}

function stateAt(frame: number, times: TextTimes): Omit<TextState, 'from' | 'to'> {
  const { frames, fadeInFrames, fadeOutFrames, animateIn, animateOut } = times;
  const part = (done: number, of: number) => Math.min(1, (done + 1) / (of + 1));
  const left = frames - 1 - frame;
  return {
    opacity: part(frame, fadeInFrames) * part(left, fadeOutFrames),
    shown: animateIn ? part(frame, animateIn.frames) : 1,
    remaining: animateOut ? part(left, animateOut.frames) : 1,
  };
}

function isSame(a: TextState, b: TextState): boolean {
  return a.opacity === b.opacity && a.shown === b.shown && a.remaining === b.remaining;
}
