/** Returns the pronunciations of a word as space-separated phones, or null for a word not in the dictionary. */
export type LookUp = (word: string) => readonly string[] | null;

/** How to pronounce words of a language that are not in the dictionary. */
export interface PronunciationRules {
  readonly letterToSound: (word: string) => string;
  /** Returns the phones of a final "s" after other phones; null for a language where it is silent. */
  readonly endingAfter: ((phones: string) => string) | null;
}

export interface PronunciationResult {
  readonly pronunciations: readonly string[];
  /** False when the pronunciation is a guess from the letters. */
  readonly isKnown: boolean;
}

const SHORTEST_PART = 3;
const LONGEST_COMPOUND = 30;
/** The limit on letters to guess from; a longer word would take a minute to say. */
const LONGEST_GUESS = 40;

/**
 * Pronounces a word: from the dictionary, else as a dictionary word with an ending, else as a compound of two
 * dictionary words, else by its letters.
 */
export function pronounce(
  word: string,
  lookUp: LookUp,
  rules: PronunciationRules,
): PronunciationResult {
  const known = lookUp(word) ?? withEnding(word, lookUp, rules) ?? compound(word, lookUp);
  if (known) return { pronunciations: known, isKnown: true };
  return { pronunciations: [rules.letterToSound(word.slice(0, LONGEST_GUESS))], isKnown: false };
}

function withEnding(word: string, lookUp: LookUp, { endingAfter }: PronunciationRules) {
  const stem = /^(\p{L}{2,})'?s$/u.exec(word)?.[1];
  if (!stem || !endingAfter) return null;
  return lookUp(stem)?.map((spoken) => `${spoken} ${endingAfter(spoken)}`) ?? null;
}

function compound(word: string, lookUp: LookUp): string[] | null {
  if (word.length > LONGEST_COMPOUND) return null;
  // The longest first part is the likeliest: "video" and "craft", not "vid" and "eocraft".
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const first = lookUp(word.slice(0, at));
    const second = first && lookUp(word.slice(at));
    if (second) return [`${first[0]} ${second[0]}`];
  }
  return null;
}
