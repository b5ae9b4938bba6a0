/** Marks of no width, which come along when an address is copied; `trim` leaves them. */
const INVISIBLE: ReadonlySet<string> = new Set(['\u200b', '\u200c', '\u200d', '\u2060']);

const isAround = (char: string) => INVISIBLE.has(char) || char.trim() === '';

/**
 * An address as it is meant: without blanks around it, and with `%20` for those within, which people
 * leave as they are in the names of files.
 */
export function normalizeAddress(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && isAround(text[from]!)) from++;
  while (from < to && isAround(text[to - 1]!)) to--;
  return text.slice(from, to).replaceAll(' ', '%20');
}
