/** What may be said for something written: phrases of lower-case words; an empty one is silence. */
export type Phrases = readonly string[];

/** Phrases by what is written. */
export type Lexicon = Readonly<Record<string, Phrases>>;

/** More ways to say one written word are not tried. */
const MAX_PHRASES = 64;

/**
 * All ways to say some things one after another, likelier ones first: those in which the parts are near
 * the heads of their lists.
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

/** All of the phrases, each once; of several long lists the heads of all. */
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
