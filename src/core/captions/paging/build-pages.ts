import type { CaptionSettings } from '../../project/types/index.js';
import { separatorBetween } from '../../text/join-words.js';
import { displayText } from '../../text/plain-text.js';
import type { TimedWord } from '../../timing/types.js';
import type { CaptionPage, CaptionWord, FrameSize, MeasureText } from '../caption-page.js';
import { lineCapacity, safeArea } from '../layout/safe-area.js';
import { dividePhrase } from './divide-phrase.js';
import { interleavePhrases } from './interleave-tracks.js';
import { fitsLine, type LineLimits, type MeasuredWords } from './line-limits.js';
import { prepareWords } from './prepare-words.js';
import { splitByCueLines } from './split-by-cue-lines.js';
import { splitLongWord } from './split-long-word.js';

/** A page stays until the next one if the gap is at most this long, because shorter blanks flicker. */
export const STAY_MS = 1000;
/** How long a page stays after its last word if the gap is longer. */
export const HOLD_MS = 500;
/** The time to read a page of one short word that is followed by silence: 5/6 of a second. */
const MIN_PAGE_MS = 833;
/** How long a page stays before a page of another clip or speaker replaces it. */
const MIN_OVERLAPPED_PAGE_MS = 300;

export interface PageOptions {
  readonly settings: CaptionSettings;
  readonly frame: FrameSize;
  /** Measures a text at the size and weight in which it is drawn. */
  readonly measure: MeasureText;
  /** BCP 47 tag, for capitals; `und` by default. */
  readonly language?: string;
}

/**
 * Divides words into readable pages: at most `maxLines` balanced lines with as many words as the safe area and
 * the settings allow, never across the end of a sentence or a pause.
 *
 * With one word per line, a page is one line. A word that is wider than a line is split. The text of pages is
 * plain (without control characters) and not yet in capitals.
 *
 * @param words absolute times; they can overlap if clips or speakers on different tracks speak at once
 * @returns pages in order, without overlaps
 */
export function buildPages(words: readonly TimedWord[], options: PageOptions): CaptionPage[] {
  const { settings, measure, language = 'und' } = options;
  const limits = lineLimits(options);
  const widthOf: MeasureText = (text) => measure(displayText(text, settings, language));
  const spaceWidth = measure(' ');
  const measureWords = (words: readonly CaptionWord[]): MeasuredWords => ({
    words,
    widths: words.map((word) => widthOf(word.text)),
    gaps: words.map((word, index) =>
      index === 0 || separatorBetween(words[index - 1]!, word) === '' ? 0 : spaceWidth,
    ),
  });

  const visible = prepareWords(words, settings).flatMap((word) =>
    splitLongWord(word, limits.maxWidth, widthOf),
  );
  const fits = (line: readonly CaptionWord[]) => fitsLine(measureWords(line), limits);
  const pages = splitByCueLines(visible, fits, limits.maxLines).flatMap((part) => {
    if (part.page) return [part.page];
    const phrases = interleavePhrases(part.words);
    return phrases.flatMap((phrase) => dividePhrase(measureWords(phrase), limits));
  });
  return setPageTimes(pages.sort((a, b) => a[0]![0]!.startMs - b[0]![0]!.startMs));
}

function lineLimits({ settings, frame }: PageOptions): LineLimits {
  const area = safeArea(settings, frame);
  const isOneWord = settings.maxWordsPerLine === 1 || settings.style === 'classic-one-word';
  return {
    maxWords: isOneWord ? 1 : settings.maxWordsPerLine,
    maxChars: settings.maxCharsPerLine,
    maxWidth: area.right - area.left,
    maxLines: isOneWord ? 1 : Math.min(settings.maxLines, lineCapacity(area, settings)),
  };
}

type PageLines = readonly (readonly CaptionWord[])[];

/** Sets the times of pages. One page is visible at a time: the one that started last. */
function setPageTimes(pages: readonly PageLines[]): CaptionPage[] {
  const starts: number[] = [];
  pages.forEach((lines, index) => {
    const first = lines[0]![0]!;
    const previous = pages[index - 1];
    const previousStart = starts[index - 1] ?? 0;
    const changesTrack =
      previous !== undefined && (previous[0]![0]!.track ?? 0) !== (first.track ?? 0);
    const earliest = changesTrack
      ? Math.min(lastEnd(previous), previousStart + MIN_OVERLAPPED_PAGE_MS)
      : 0;
    starts.push(Math.max(first.startMs, previousStart, earliest));
  });
  return pages.map((lines, index) => toPage(lines, starts[index]!, starts[index + 1] ?? Infinity));
}

/** When the last word of a page ends. */
function lastEnd(lines: PageLines): number {
  return Math.max(...lines.flat().map((word) => word.endMs));
}

function toPage(lines: PageLines, startMs: number, nextMs: number): CaptionPage {
  const spokenUntilMs = lastEnd(lines);
  const heldUntilMs = Math.max(spokenUntilMs + HOLD_MS, startMs + MIN_PAGE_MS);
  const staysUntilNext = nextMs - spokenUntilMs <= STAY_MS;
  return { lines, startMs, endMs: staysUntilNext ? nextMs : Math.min(nextMs, heldUntilMs) };
}
