/** The nine positions in reading order, by the words that every spelling of them consists of. */
export const NINE = ['top', 'center', 'bottom'].flatMap((row) =>
  ['left', 'center', 'right'].map((column) => [row, column] as const),
);

/** Equal for the spellings of one position: `left-top` and `top-left`, `center` and `center-center`. */
export function positionKey(value: string): string {
  const words = new Set(value.split('-'));
  // `top` is in the middle from left to right, as is `center-top`.
  if (words.size > 1) words.delete('center');
  return [...words].sort().join(' ');
}

/** Whether values are the nine positions. */
export function arePositions(values: readonly unknown[]): boolean {
  return values.includes('center') && values.includes('left-top');
}

/** One spelling for each value: the first. */
export function uniquePositions(values: readonly unknown[]): unknown[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = positionKey(String(value));
    return !seen.has(key) && seen.add(key);
  });
}
