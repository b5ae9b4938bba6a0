import type { CaptionSettings } from '../../project/types/index.js';
import type { TimedWord } from '../../timing/types.js';
import { gapBetween } from '../../text/join-words.js';
import { fitsLine, splitByAuthor } from './split-by-cue-lines.js';
import { phrasesInTurn } from './interleave-tracks.js';
import { layOutPhrase } from './divide-phrase.js';
import { displayText } from '../../text/plain-text.js';
import { prepareWords } from './prepare-words.js';
import { linesIn, safeArea } from '../layout/safe-area.js';
import { splitLongWord } from './split-long-word.js';
import type { CaptionPage, CaptionWord, FrameSize, TextMeasure } from '../caption-page.js';

/** A page stays until the next one when no more than this lies between: shorter blanks flicker. */
export const STAY_MS = 1000;
/** How long a page stands after its last word when the next one is further away. */
export const HOLD_MS = 500;
/** A page of a short word that is followed by silence can be read as well: 5/6 of a second. */
const MIN_PAGE_MS = 833;

/** What a page has before one of another clip or speaker takes its place. */
const LEAST_LOOK_MS = 300;

/**
 * Words to pages that read well: at most `maxLines` lines, balanced, as many words as fit the safe
 * width and the limits of the settings, never across the end of a sentence or a pause.
 *
 * With one word per line a page is one line, as whoever asks for single words means it. A word wider
 * than a line becomes several. The text of pages is plain (no controls), not in capitals.
 *
 * @param words absolute ms; they may overlap where clips or speakers speak at once, on tracks of their own
 * @param measure the width of a text at the size and weight it is drawn in
 * @param language BCP 47 tag, for capitals
 * @returns pages in order; none begins before the one before it ends
 */
export function buildPages(
  words: readonly TimedWord[],
  settings: CaptionSettings,
  frame: FrameSize,
  measure: TextMeasure,
  language = 'und',
): CaptionPage[] {
  const area = safeArea(settings, frame);
  const shown = (text: string) => displayText(text, settings, language);
  const widthOf: TextMeasure = (text) => measure(shown(text));
  const maxWidth = area.right - area.left;
  const oneWord = settings.maxWordsPerLine === 1 || settings.style === 'classic-one-word';
  const limits = {
    maxWords: oneWord ? 1 : settings.maxWordsPerLine,
    maxChars: settings.maxCharsPerLine,
    maxWidth,
    maxLines: oneWord ? 1 : Math.min(settings.maxLines, linesIn(area, settings)),
  };
  const spaceWidth = measure(' ');

  const visible = prepareWords(words, settings).flatMap((word) =>
    splitLongWord(word, maxWidth, widthOf),
  );

  const measured = (words: readonly CaptionWord[]) => ({
    widths: words.map((word) => widthOf(word.text)),
    gaps: words.map((word, index) =>
      index === 0 || gapBetween(words[index - 1]!, word) === '' ? 0 : spaceWidth,
    ),
  });
  const fits = (line: readonly CaptionWord[]) => {
    const { widths, gaps } = measured(line);
    return fitsLine(line, widths, gaps, limits);
  };
  const pages = splitByAuthor(visible, fits, limits.maxLines).flatMap((part) => {
    if (part.page) return [part.page];
    return phrasesInTurn(part.words).flatMap((phrase) => {
      const { widths, gaps } = measured(phrase);
      return layOutPhrase(phrase, widths, gaps, limits);
    });
  });
  return inTurn(pages.sort((a, b) => a[0]![0]!.startMs - b[0]![0]!.startMs));
}

type PageLines = readonly (readonly CaptionWord[])[];

/** When each page shows: one at a time, of clips and speakers that speak at once the one begun last. */
function inTurn(pages: readonly PageLines[]): CaptionPage[] {
  const starts: number[] = [];
  pages.forEach((lines, index) => {
    const own = lines[0]![0]!;
    const before = pages[index - 1];
    const since = starts[index - 1] ?? 0;
    const isOther = before !== undefined && (before[0]![0]!.track ?? 0) !== (own.track ?? 0);
    const free = isOther ? Math.min(spokenUntil(before), since + LEAST_LOOK_MS) : 0;
    starts.push(Math.max(own.startMs, since, free));
  });
  return pages.map((lines, index) =>
    timePage(lines, starts[index]!, starts[index + 1] ?? Infinity),
  );
}

function spokenUntil(lines: PageLines): number {
  return Math.max(...lines.flat().map((word) => word.endMs));
}

function timePage(lines: PageLines, startMs: number, nextMs: number): CaptionPage {
  const spokenUntilMs = spokenUntil(lines);
  const held = Math.min(nextMs, Math.max(spokenUntilMs + HOLD_MS, startMs + MIN_PAGE_MS));
  return { lines, startMs, endMs: nextMs - spokenUntilMs <= STAY_MS ? nextMs : held };
}
