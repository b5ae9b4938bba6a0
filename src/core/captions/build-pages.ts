import type { CaptionSettings } from '../project/types.js';
import type { TimedWord } from '../timing/types.js';
import { separator } from '../text/join-words.js';
import { layOutPhrase } from './lay-out-phrase.js';
import { displayText, plainText } from './plain-text.js';
import { safeArea } from './safe-area.js';
import { splitLongWord } from './split-long-word.js';
import { splitPhrases } from './split-phrases.js';
import type { CaptionPage, FrameSize, TextMeasure } from './types.js';

/** A page stays until the next one when no more than this lies between: shorter blanks flicker. */
export const STAY_MS = 1000;
/** How long a page stands after its last word when the next one is further away. */
export const HOLD_MS = 500;

const MAX_LINES = 2;

/**
 * Words to pages that read well: at most two lines, balanced, as many words as fit the safe width
 * and `maxWordsPerLine` allow, never across the end of a sentence or a pause.
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
  const limits = {
    maxWords: settings.maxWordsPerLine,
    maxWidth: area.width,
    maxLines: settings.maxWordsPerLine === 1 ? 1 : Math.min(MAX_LINES, area.lines),
  };
  const spaceWidth = measure(' ');

  const visible = words
    .map((word) => ({ ...word, text: plainText(word.text) }))
    .filter((word) => word.text !== '')
    .flatMap((word) => splitLongWord(word, area.width, widthOf));

  const pages = splitPhrases(visible).flatMap((phrase) => {
    const widths = phrase.map((word) => widthOf(word.text));
    const gaps = phrase.map((word, index) =>
      separator(phrase[index - 1]?.text ?? '', word.text) === '' ? 0 : spaceWidth,
    );
    return layOutPhrase(phrase, widths, gaps, limits);
  });
  return pages.map((lines, index) => timePage(lines, pages[index + 1]));
}

function timePage(
  lines: readonly (readonly TimedWord[])[],
  next: readonly (readonly TimedWord[])[] | undefined,
): CaptionPage {
  const startMs = lines[0]?.[0]?.startMs ?? 0;
  const spokenUntilMs = Math.max(...lines.flat().map((word) => word.endMs));
  const nextMs = next?.[0]?.[0]?.startMs ?? Infinity;
  const endMs = nextMs - spokenUntilMs <= STAY_MS ? nextMs : spokenUntilMs + HOLD_MS;
  return { lines, startMs, endMs };
}
