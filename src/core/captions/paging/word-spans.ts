import type { FrameRate } from '../../project/types/index.js';
import type { TimedWord } from '../../timing/types.js';
import { firstFrameAt } from '../../time/first-frame.js';

/** A silence between words up to this long leaves the word before it highlighted. */
export const HOLD_WORD_MS = 300;

/** The frames in which a word is highlighted, end exclusive; empty when no frame was left for it. */
export interface FrameSpan {
  startFrame: number;
  endFrame: number;
}

/**
 * The frames of each word: those n with `startMs <= n / fps < endMs`, up to the next word when less
 * than {@link HOLD_WORD_MS} lies between. Where words overlap, the one begun last has the frame.
 *
 * A word so short that no frame falls on it takes one from a neighbour that has two or more,
 * since a caption that skips a word looks broken and a frame of 16 to 100 ms late does not.
 *
 * @returns one span a word, in order, none overlapping another
 */
export function wordSpans(words: readonly TimedWord[], fps: FrameRate): FrameSpan[] {
  const spans = words.map((word, index): FrameSpan => {
    const next = words[index + 1];
    const held = next !== undefined && next.startMs - word.endMs <= HOLD_WORD_MS;
    const startFrame = firstFrameAt(word.startMs, fps);
    const endFrame = firstFrameAt(held ? next.startMs : word.endMs, fps);
    return { startFrame, endFrame: Math.max(startFrame, endFrame) };
  });
  for (let index = spans.length - 1; index >= 0; index--) {
    const span = spans[index];
    if (span !== undefined && length(span) === 0) {
      takeOneFrame(span, spans[index - 1], spans[index + 1]);
    }
  }
  return spans;
}

function takeOneFrame(
  span: FrameSpan,
  previous: FrameSpan | undefined,
  next: FrameSpan | undefined,
): void {
  const at = span.startFrame;
  if (next === undefined || next.startFrame > at) {
    span.endFrame = at + 1;
  } else if (length(next) >= 2) {
    next.startFrame += 1;
    span.endFrame = at + 1;
  } else if (previous !== undefined && previous.endFrame === at && length(previous) >= 2) {
    previous.endFrame -= 1;
    span.startFrame = at - 1;
  }
}

function length(span: FrameSpan): number {
  return span.endFrame - span.startFrame;
}
