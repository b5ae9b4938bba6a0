/** What one request can have. */
const MOST_ITEMS = 500;
/** A body of JSON has at most 1 MiB. */
const MOST_BYTES = 1_000_000;

/** Divides items into lists that one request can have. @param fixedBytes what each request has besides */
export function divide<T>(items: readonly T[], fixedBytes: number): readonly (readonly T[])[] {
  const encoder = new TextEncoder();
  const parts: T[][] = [];
  let bytes = Infinity;
  for (const item of items) {
    const size = encoder.encode(JSON.stringify(item)).length + 1;
    const last = parts.at(-1);
    if (last === undefined || last.length >= MOST_ITEMS || bytes + size > MOST_BYTES) {
      parts.push([item]);
      bytes = fixedBytes + size;
    } else {
      last.push(item);
      bytes += size;
    }
  }
  return parts;
}
