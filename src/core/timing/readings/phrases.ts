/** What may be said for a written word: phrases of lower-case words; an empty phrase is silence. */
export type Phrases = readonly string[];

/** Phrases by what is written. */
export type Lexicon = Readonly<Record<string, Phrases>>;

/** The limit on phrases for one written word. */
const MAX_PHRASES = 64;

/**
 * Combines parts that are said one after another, the likeliest combinations first: those of phrases near the
 * start of their lists.
 */
export function sequence(...parts: readonly Phrases[]): string[] {
  let ranked = [{ phrase: '', rank: 0 }];
  for (const part of parts) {
    ranked = ranked
      .flatMap(({ phrase, rank }) =>
        part.map((next, index) => ({ phrase: joined(phrase, next), rank: rank + index })),
      )
      .sort((a, b) => a.rank - b.rank)
      .slice(0, MAX_PHRASES);
  }
  return [...new Set(ranked.map(({ phrase }) => phrase))];
}

/** Merges lists without duplicates, in turn from each list, so that long lists keep their first phrases. */
export function alternatives(...lists: readonly Phrases[]): string[] {
  const phrases = new Set<string>();
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let index = 0; index < longest && phrases.size < MAX_PHRASES; index++) {
    for (const list of lists) if (index < list.length) phrases.add(list[index]!);
  }
  return [...phrases].slice(0, MAX_PHRASES);
}

function joined(a: string, b: string): string {
  if (a === '' || b === '') return a + b;
  return `${a} ${b}`;
}
