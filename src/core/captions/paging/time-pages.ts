import type { FrameRate } from '../../project/types/index.js';
import { firstFrameAt } from '../../time/first-frame.js';
import { type CaptionPage, pageTrack } from '../caption-page.js';
import type { FrameSpan } from '../../time/frame-span.js';
import { wordSpans } from './word-spans.js';

/** The frames of a page and of each of its words. */
export interface PageTimes extends FrameSpan {
  /** One span per word, in reading order; empty if there is no frame for the word. */
  readonly words: readonly FrameSpan[];
}

/**
 * Computes the frames of pages and of their words. The word highlighted in frame n is the word spoken at n / fps.
 * For overlaps, short silences, and words shorter than a frame, see `wordSpans`.
 *
 * @returns one entry per page, in order and without overlaps, within [0, totalFrames)
 */
export function timePages(
  pages: readonly CaptionPage[],
  fps: FrameRate,
  totalFrames: number,
): PageTimes[] {
  const spans = pageWordSpans(pages, fps);
  const starts = pages.map((page, index) => firstFrameOf(page, spans[index]!, fps));
  return pages.map((page, index) => {
    const words = spans[index]!;
    const startFrame = starts[index]!;
    const nextStart = starts[index + 1] ?? totalFrames;
    const lastSpoken = Math.max(startFrame, ...words.map((span) => span.endFrame));
    const endFrame = Math.min(
      nextStart,
      totalFrames,
      Math.max(lastSpoken, firstFrameAt(page.endMs, fps)),
    );
    const clip = (frame: number) => Math.min(Math.max(frame, startFrame), endFrame);
    return {
      startFrame: Math.min(startFrame, totalFrames),
      endFrame: Math.max(endFrame, Math.min(startFrame, totalFrames)),
      words: words.map((span) => ({
        startFrame: clip(span.startFrame),
        endFrame: clip(span.endFrame),
      })),
    };
  });
}

/** The frames of each page's words. Words compete for frames only with words of the same track. */
function pageWordSpans(pages: readonly CaptionPage[], fps: FrameRate): FrameSpan[][] {
  const spans: FrameSpan[][] = pages.map(() => []);
  const tracks = new Map<number, number[]>();
  pages.forEach((page, index) => {
    const indices = tracks.get(pageTrack(page));
    if (indices) indices.push(index);
    else tracks.set(pageTrack(page), [index]);
  });
  for (const indices of tracks.values()) {
    const all = wordSpans(
      indices.flatMap((index) => pages[index]!.lines.flat()),
      fps,
    );
    let reached = 0;
    for (const index of indices) {
      const count = pages[index]!.lines.reduce((sum, line) => sum + line.length, 0);
      spans[index] = all.slice(reached, reached + count);
      reached += count;
    }
  }
  return spans;
}

/** The first frame: that of the first word, unless the page waits for a page of another track. */
function firstFrameOf(page: CaptionPage, words: readonly FrameSpan[], fps: FrameRate): number {
  const first = page.lines[0]?.[0]?.startMs ?? page.startMs;
  const wordStart = words[0]?.startFrame ?? firstFrameAt(page.startMs, fps);
  return page.startMs > first ? Math.max(wordStart, firstFrameAt(page.startMs, fps)) : wordStart;
}
