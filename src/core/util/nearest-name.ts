/** Longer names are not compared. A caller may choose them, and a comparison takes their length squared. */
const LONGEST_NAME = 64;

/**
 * Suggests the known name that is closest to a mistyped one. Returns null if its edit distance is more than a third of
 * the shorter name, but one change is always allowed.
 *
 * @param prefix the number of letters that all names share, which do not count
 */
export function nearestName(mistyped: string, known: readonly string[], prefix = 0): string | null {
  if (mistyped.length > LONGEST_NAME) return null;
  let best: { name: string; distance: number } | null = null;
  for (const name of known) {
    const most = Math.min(best?.distance ?? Infinity, mostChanges(mistyped, name, prefix));
    if (name.length > LONGEST_NAME || Math.abs(name.length - mistyped.length) > most) continue;
    const distance = editDistance(mistyped, name);
    if (distance > most || (best !== null && distance === best.distance)) continue;
    best = { name, distance };
  }
  return best?.name ?? null;
}

/** The suggestion as a sentence with a space before it, or an empty text. */
export function suggestName(mistyped: string, known: readonly string[]): string {
  const nearest = nearestName(mistyped, known);
  return nearest === null ? '' : ` Did you mean "${nearest}"?`;
}

function mostChanges(a: string, b: string, prefix: number): number {
  const length = Math.min(a.length, b.length) - prefix;
  return length < 2 ? 0 : Math.max(1, Math.floor(length / 3));
}

/**
 * The number of insertions, deletions, replacements, and swaps of neighbors between two words (optimal string
 * alignment).
 */
function editDistance(a: string, b: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swapped = isSwap && row > 1 && column > 1 ? older[column - 2]! + 1 : Infinity;
      current.push(Math.min(replaced, current[column - 1]! + 1, previous[column]! + 1, swapped));
    }
    older = previous;
    previous = current;
  }
  return previous[b.length]!;
}
