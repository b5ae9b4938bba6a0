import type { FrameRate } from '../../project/types/index.js';
import type { TimedWord } from '../../timing/types.js';
import { firstFrameAt } from '../../time/first-frame.js';
import type { FrameSpan } from '../../time/frame-span.js';

/** During a silence of at most this length, the previous word stays highlighted. */
export const HOLD_WORD_MS = 300;

type MutableSpan = { -readonly [Key in keyof FrameSpan]: FrameSpan[Key] };

/**
 * The frames in which each word is highlighted: the frames n with `startMs <= n / fps < endMs`, extended to the
 * next word if the gap is at most {@link HOLD_WORD_MS}. If words overlap, the one that started last is
 * highlighted.
 *
 * A word that is too short for a frame takes one frame from a neighbor that has at least two, because a skipped
 * word looks broken, and a frame that is 16 to 100 ms late does not.
 *
 * @returns one span per word, in order and without overlaps; empty if there is no frame for the word
 */
export function wordSpans(words: readonly TimedWord[], fps: FrameRate): FrameSpan[] {
  const spans = words.map((word, index): MutableSpan => {
    const next = words[index + 1];
    const isHeld = next !== undefined && next.startMs - word.endMs <= HOLD_WORD_MS;
    const startFrame = firstFrameAt(word.startMs, fps);
    const endFrame = firstFrameAt(isHeld ? next.startMs : word.endMs, fps);
    return { startFrame, endFrame: Math.max(startFrame, endFrame) };
  });
  for (let index = spans.length - 1; index >= 0; index--) {
    const span = spans[index];
    if (span !== undefined && frameCount(span) === 0) {
      takeOneFrame(span, spans[index - 1], spans[index + 1]);
    }
  }
  return spans;
}

function takeOneFrame(
  span: MutableSpan,
  previous: MutableSpan | undefined,
  next: MutableSpan | undefined,
): void {
  const at = span.startFrame;
  if (next === undefined || next.startFrame > at) {
    span.endFrame = at + 1;
  } else if (frameCount(next) >= 2) {
    next.startFrame += 1;
    span.endFrame = at + 1;
  } else if (previous !== undefined && previous.endFrame === at && frameCount(previous) >= 2) {
    previous.endFrame -= 1;
    span.startFrame = at - 1;
  }
}

function frameCount(span: FrameSpan): number {
  return span.endFrame - span.startFrame;
}
