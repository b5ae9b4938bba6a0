import type { FrameRate } from '../../project/types/index.js';
import type { FrameSpan } from '../../time/frame-span.js';

/** Converts seconds to whole frames; at least one. */
export function durationInFrames(seconds: number, { num, den }: FrameRate): number {
  return Math.max(1, Math.round((seconds * num) / den));
}

/** The frames of a page before a span; empty if the span starts with the page. */
export function spanBefore(page: FrameSpan, span: FrameSpan): FrameSpan {
  return { startFrame: page.startFrame, endFrame: span.startFrame };
}

/** The frames of a page after a span. */
export function spanAfter(page: FrameSpan, span: FrameSpan): FrameSpan {
  return { startFrame: span.endFrame, endFrame: page.endFrame };
}

/** Splits a span into its first `count` frames, one by one, and the rest. */
export function splitFirstFrames(
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

/** Maps 0 to 1 onto 0 to 1, fast at first and slow at the end. */
export function easeOut(progress: number): number {
  return 1 - (1 - progress) ** 3;
}
