const MAX_DEPTH = 32;
export const MAX_VALUES = 200_000;
/** UTF-16 code units of all texts together: about sixteen times the size limit of a request. */
export const MAX_CHARACTERS = 16_000_000;

/**
 * Describes why a JSON value is too deep or too large to process, or returns null. Avoids recursion, so that
 * deep nesting cannot exhaust the stack.
 */
export function boundsProblem(input: unknown): string | null {
  const open: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];
  let values = 0;
  let characters = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    if (++values > MAX_VALUES) return `The config has more than ${MAX_VALUES} values.`;
    if (typeof next.value === 'string') characters += next.value.length;
    if (characters > MAX_CHARACTERS) {
      return `The texts of the config have more than ${MAX_CHARACTERS} characters.`;
    }
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth >= MAX_DEPTH) return `The config is nested deeper than ${MAX_DEPTH} levels.`;
    for (const value of Object.values(next.value)) open.push({ value, depth: next.depth + 1 });
  }
  return null;
}
