/**
 * Suggests the known name that is closest to a mistyped one. Returns null if its edit distance is more than a
 * third of the shorter name, not counting the common prefix.
 */
export function nearestName(mistyped: string, known: readonly string[]): string | null {
  let best: { name: string; distance: number } | null = null;
  for (const name of known) {
    const distance = editDistance(mistyped, name);
    if (best === null || distance < best.distance) best = { name, distance };
  }
  if (best === null) return null;
  const length = Math.min(mistyped.length, best.name.length) - 'VIDEOCRAFT_'.length;
  return best.distance <= Math.max(2, Math.floor(length / 3)) ? best.name : null;
}

/** The Levenshtein distance: the number of insertions, deletions, and replacements between two words. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const inserted = (current[column - 1] ?? 0) + 1;
      const deleted = (previous[column] ?? 0) + 1;
      current.push(Math.min(replaced, inserted, deleted));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
