import type { CaptionSettings } from '../project/types.js';
import type { TimedWord } from '../timing/types.js';
import { separator } from '../text/join-words.js';
import { fitsLine, splitByAuthor } from './author-lines.js';
import { layOutPhrase } from './lay-out-phrase.js';
import { displayText } from './plain-text.js';
import { prepareWords } from './prepare-words.js';
import { linesIn, safeArea } from './safe-area.js';
import { splitLongWord } from './split-long-word.js';
import { splitPhrases } from './split-phrases.js';
import type { CaptionPage, CaptionWord, FrameSize, TextMeasure } from './types.js';

/** A page stays until the next one when no more than this lies between: shorter blanks flicker. */
export const STAY_MS = 1000;
/** How long a page stands after its last word when the next one is further away. */
export const HOLD_MS = 500;
/** A page of a short word that is followed by silence can be read as well: 5/6 of a second. */
const MIN_PAGE_MS = 833;

/**
 * Words to pages that read well: at most `maxLines` lines, balanced, as many words as fit the safe
 * width and the limits of the settings, never across the end of a sentence or a pause.
 *
 * With one word per line a page is one line, as whoever asks for single words means it. A word wider
 * than a line becomes several. The text of pages is plain (no controls), not in capitals.
 *
 * @param words absolute ms, ordered by `startMs`; they may overlap where two clips speak at once
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
      separator(words[index - 1]?.text ?? '', word.text) === '' ? 0 : spaceWidth,
    ),
  });
  const fits = (line: readonly CaptionWord[]) => {
    const { widths, gaps } = measured(line);
    return fitsLine(line, widths, gaps, limits);
  };
  const pages = splitByAuthor(visible, fits, limits.maxLines).flatMap((part) => {
    if (part.page) return [part.page];
    return splitPhrases(part.words).flatMap((phrase) => {
      const { widths, gaps } = measured(phrase);
      return layOutPhrase(phrase, widths, gaps, limits);
    });
  });
  return pages.map((lines, index) => timePage(lines, pages[index + 1]));
}

function timePage(
  lines: readonly (readonly CaptionWord[])[],
  next: readonly (readonly CaptionWord[])[] | undefined,
): CaptionPage {
  const startMs = lines[0]?.[0]?.startMs ?? 0;
  const spokenUntilMs = Math.max(...lines.flat().map((word) => word.endMs));
  const nextMs = next?.[0]?.[0]?.startMs ?? Infinity;
  const held = Math.min(nextMs, Math.max(spokenUntilMs + HOLD_MS, startMs + MIN_PAGE_MS));
  return { lines, startMs, endMs: nextMs - spokenUntilMs <= STAY_MS ? nextMs : held };
}
