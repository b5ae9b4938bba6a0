import type { FrameRate } from '../../project/types/index.js';
import { firstFrameAt } from '../../time/first-frame.js';
import { type CaptionPage, trackOf } from '../caption-page.js';
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
  const spans = spansOf(pages, fps);
  const starts = pages.map((page, index) => startOf(page, spans[index]!, fps));
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

/** The frames of each page's words; words of one track take turns, those of others do not count. */
function spansOf(pages: readonly CaptionPage[], fps: FrameRate): FrameSpan[][] {
  const spans: FrameSpan[][] = pages.map(() => []);
  const tracks = new Map<number, number[]>();
  pages.forEach((page, index) => {
    const own = tracks.get(trackOf(page));
    if (own) own.push(index);
    else tracks.set(trackOf(page), [index]);
  });
  for (const own of tracks.values()) {
    const all = wordSpans(
      own.flatMap((index) => pages[index]!.lines.flat()),
      fps,
    );
    let reached = 0;
    for (const index of own) {
      const count = pages[index]!.lines.reduce((sum, line) => sum + line.length, 0);
      spans[index] = all.slice(reached, reached + count);
      reached += count;
    }
  }
  return spans;
}

/** With its first word, unless it waits for a page of another track. */
function startOf(page: CaptionPage, words: readonly FrameSpan[], fps: FrameRate): number {
  const first = page.lines[0]?.[0]?.startMs ?? page.startMs;
  const begun = words[0]?.startFrame ?? firstFrameAt(page.startMs, fps);
  return page.startMs > first ? Math.max(begun, firstFrameAt(page.startMs, fps)) : begun;
}
