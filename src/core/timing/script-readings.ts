import { englishPhrases } from './readings/english-readings.js';
import { frenchPhrases } from './readings/french-readings.js';
import type { Phrases } from './readings/phrases.js';
import type { ModelLanguage } from './readings/script-language.js';

/** The readings of a written word: what may be said for it. */
export interface WordReadings {
  /** The likeliest first; an empty phrase is silence. A word without phrases has no sound. */
  readonly phrases: Phrases;
  /** True when something else may be said, as for a number, a sign, an abbreviation or a picture. */
  readonly isDoubtful: boolean;
}

/** Square and angle brackets enclose directions and markup, which are seldom said. */
const OPENS = /^[^\p{L}\p{N}]*[[<]/u;
const CLOSES = /[\]>][^\p{L}\p{N}]*$/u;
/** Brackets further apart than this do not enclose a direction. */
const LONGEST_DIRECTION = 12;

const READERS: Readonly<
  Record<ModelLanguage, (written: string, before: string, after: string) => Phrases>
> = { en: englishPhrases, fr: frenchPhrases };

/** Lists what may be said for each written word of a script, from its form and its neighbors. */
export function scriptReadings(
  written: readonly string[],
  language: ModelLanguage,
): WordReadings[] {
  const directions = insideBrackets(written);
  return written.map((word, index) => {
    const spoken = READERS[language](word, written[index - 1] ?? '', written[index + 1] ?? '');
    const phrases = directions[index] ? [...spoken, ''] : spoken;
    return { phrases, isDoubtful: phrases.length > 1 || hasUnreadSound(word, phrases) };
  });
}

/** Pictures, and words in another script, may be said although none of their readings is known. */
function hasUnreadSound(word: string, phrases: Phrases): boolean {
  if (/\p{Extended_Pictographic}/u.test(word)) return true;
  return /[\p{L}\p{N}]/u.test(word) && phrases.every((phrase) => phrase === '');
}

function insideBrackets(written: readonly string[]): boolean[] {
  const inside = written.map(() => false);
  for (let from = 0; from < written.length; from++) {
    if (!OPENS.test(written[from]!)) continue;
    const end = written
      .slice(from, from + LONGEST_DIRECTION)
      .findIndex((word) => CLOSES.test(word));
    if (end >= 0) inside.fill(true, from, from + end + 1);
  }
  return inside;
}
