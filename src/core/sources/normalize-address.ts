/** Zero-width characters that are copied along with an address, and that `trim` does not remove. */
const INVISIBLE: ReadonlySet<string> = new Set(['\u200b', '\u200c', '\u200d', '\u2060']);

const isAround = (char: string) => INVISIBLE.has(char) || char.trim() === '';

/**
 * Normalizes an address: removes white space around it, and replaces spaces in it, which are common in file
 * names, by `%20`.
 */
export function normalizeAddress(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && isAround(text[from]!)) from++;
  while (from < to && isAround(text[to - 1]!)) to--;
  return text.slice(from, to).replaceAll(' ', '%20');
}
