import type { FrameRate } from '../project/types.js';
import { firstFrameAt } from './first-frame.js';
import type { CaptionPage } from './types.js';
import { type FrameSpan, wordSpans } from './word-spans.js';

/** When a page and each of its words show, in absolute frames; ends exclusive. */
export interface PageTimes extends FrameSpan {
  /** One a word, in reading order; empty where no frame was left for the word. */
  readonly words: readonly FrameSpan[];
}

/**
 * The frames of pages and of their words: the word being said in frame n is the word spoken at
 * n / fps (see `wordSpans` for overlaps, short silences and words shorter than a frame).
 *
 * @returns one a page, in order, within [0, totalFrames), never overlapping
 */
export function timePages(
  pages: readonly CaptionPage[],
  fps: FrameRate,
  totalFrames: number,
): PageTimes[] {
  const spans = wordSpans(
    pages.flatMap((page) => page.lines.flat()),
    fps,
  );
  const clip = (span: FrameSpan): FrameSpan => ({
    startFrame: Math.min(span.startFrame, totalFrames),
    endFrame: Math.min(span.endFrame, totalFrames),
  });
  let firstWord = 0;
  return pages.map((page) => {
    const count = page.lines.reduce((sum, line) => sum + line.length, 0);
    const words = spans.slice(firstWord, firstWord + count);
    firstWord += count;
    const lastSpoken = Math.max(0, ...words.map((span) => span.endFrame));
    const nextStart = spans[firstWord]?.startFrame ?? totalFrames;
    const endFrame = Math.max(lastSpoken, Math.min(firstFrameAt(page.endMs, fps), nextStart));
    const startFrame = words[0]?.startFrame ?? endFrame;
    return { ...clip({ startFrame, endFrame }), words: words.map(clip) };
  });
}
