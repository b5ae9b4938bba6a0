const MAX_DEPTH = 32;
const MAX_VALUES = 200_000;

/**
 * Says why a JSON value is too deep or too large to be looked at, or null. Walks without recursion,
 * so that no nesting can exhaust the stack.
 */
export function exceedsBounds(input: unknown): string | null {
  const open: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];
  let values = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    if (++values > MAX_VALUES) return `The config has more than ${MAX_VALUES} values.`;
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth >= MAX_DEPTH) return `The config is nested deeper than ${MAX_DEPTH} levels.`;
    for (const value of Object.values(next.value)) open.push({ value, depth: next.depth + 1 });
  }
  return null;
}
