import type { CaptionSettings, FrameRate } from '../project/types.js';
import { firstFrameAt } from './first-frame.js';
import { displayText } from './plain-text.js';
import type { CaptionPage, Cue } from './types.js';
import { type FrameSpan, wordSpans } from './word-spans.js';

/**
 * Pages to what stands on the screen in which frames.
 *
 * `progressive`: the word highlighted in frame n is the word spoken at n / fps (see `wordSpans` for
 * overlaps, short silences and words shorter than a frame). `classic`: the whole page at once.
 *
 * @param language BCP 47 tag, for capitals
 * @returns cues in order, within [0, totalFrames), never overlapping; equal neighbours are one
 */
export function buildCues(
  pages: readonly CaptionPage[],
  settings: CaptionSettings,
  fps: FrameRate,
  totalFrames: number,
  language = 'und',
): Cue[] {
  const spans = wordSpans(
    pages.flatMap((page) => page.lines.flat()),
    fps,
  );
  const cues: Cue[] = [];
  let firstWord = 0;
  pages.forEach((page) => {
    const wordCount = page.lines.reduce((sum, line) => sum + line.length, 0);
    const pageSpans = spans.slice(firstWord, firstWord + wordCount);
    firstWord += wordCount;

    const lastSpoken = Math.max(0, ...pageSpans.map((span) => span.endFrame));
    const nextStart = spans[firstWord]?.startFrame ?? totalFrames;
    const endFrame = Math.max(lastSpoken, Math.min(firstFrameAt(page.endMs, fps), nextStart));
    for (const state of pageStates(pageSpans, endFrame, settings)) {
      const startFrame = state.startFrame;
      const clippedEnd = Math.min(state.endFrame, totalFrames);
      if (clippedEnd <= startFrame) continue;
      append(cues, {
        startFrame,
        endFrame: clippedEnd,
        lines: showPage(page, state.activeWord, settings, language),
      });
    }
  });
  return cues;
}

interface PageState extends FrameSpan {
  /** Index within the page, or null: no word highlighted. */
  readonly activeWord: number | null;
}

function pageStates(
  spans: readonly FrameSpan[],
  endFrame: number,
  settings: Pick<CaptionSettings, 'style'>,
): PageState[] {
  let reached = spans[0]?.startFrame ?? endFrame;
  if (settings.style === 'classic') return [{ startFrame: reached, endFrame, activeWord: null }];
  const states: PageState[] = [];
  spans.forEach((span, index) => {
    states.push({ startFrame: reached, endFrame: span.startFrame, activeWord: null });
    states.push({ ...span, activeWord: index });
    reached = span.endFrame;
  });
  states.push({ startFrame: reached, endFrame, activeWord: null });
  return states;
}

function showPage(
  page: CaptionPage,
  activeWord: number | null,
  settings: Pick<CaptionSettings, 'allCaps'>,
  language: string,
): Cue['lines'] {
  let index = 0;
  return page.lines.map((line) =>
    line.map((word) => ({
      text: displayText(word.text, settings, language),
      active: index++ === activeWord,
    })),
  );
}

function append(cues: Cue[], cue: Cue): void {
  const last = cues.at(-1);
  if (last?.endFrame === cue.startFrame && sameLines(last.lines, cue.lines)) {
    cues[cues.length - 1] = { ...last, endFrame: cue.endFrame };
  } else {
    cues.push(cue);
  }
}

function sameLines(a: Cue['lines'], b: Cue['lines']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
