import type { FrameRate } from '../../project/types/index.js';
import type { FrameSpan } from '../paging/word-spans.js';

/** Whole frames of a time; at least one. */
export function framesOf(seconds: number, { num, den }: FrameRate): number {
  return Math.max(1, Math.round((seconds * num) / den));
}

/** Before a span, within a page; empty when the span begins with it. */
export function before(page: FrameSpan, span: FrameSpan): FrameSpan {
  return { startFrame: page.startFrame, endFrame: span.startFrame };
}

/** After a span, within a page. */
export function after(page: FrameSpan, span: FrameSpan): FrameSpan {
  return { startFrame: span.endFrame, endFrame: page.endFrame };
}

/** Each of the first `count` frames of a span, and what is left of it. */
export function firstFrames(
  { startFrame, endFrame }: FrameSpan,
  count: number,
): { each: FrameSpan[]; rest: FrameSpan } {
  const moving = Math.min(count, endFrame - startFrame);
  return {
    each: Array.from({ length: moving }, (_, index) => ({
      startFrame: startFrame + index,
      endFrame: startFrame + index + 1,
    })),
    rest: { startFrame: startFrame + moving, endFrame },
  };
}

/** Fast at first and slow at its end: 0 to 1. */
export function easeOut(progress: number): number {
  return 1 - (1 - progress) ** 3;
}
