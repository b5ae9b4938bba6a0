/** What may be said for something written: phrases of lower-case words; an empty one is silence. */
export type Phrases = readonly string[];

/** More ways to say one written word are not tried. */
const MOST_PHRASES = 64;

/** All ways to say some things one after another, the likelier ones of each first. */
export function sequence(...parts: readonly Phrases[]): string[] {
  let phrases = [''];
  for (const part of parts) {
    const longer: string[] = [];
    for (const phrase of phrases) {
      for (const next of part) {
        if (longer.length >= MOST_PHRASES) break;
        longer.push(joined(phrase, next));
      }
    }
    phrases = longer;
  }
  return phrases;
}

/** All of the phrases, each once. */
export function anyOf(...parts: readonly Phrases[]): string[] {
  return [...new Set(parts.flat())].slice(0, MOST_PHRASES);
}

function joined(a: string, b: string): string {
  if (a === '' || b === '') return a + b;
  return `${a} ${b}`;
}
