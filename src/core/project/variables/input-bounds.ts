const MAX_DEPTH = 32;
export const MAX_VALUES = 200_000;
/** UTF-16 code units of all texts together: about sixteen times the size limit of a request. */
export const MAX_CHARACTERS = 16_000_000;

/** How large a JSON value is. */
export interface Size {
  readonly values: number;
  readonly characters: number;
}

/** Counts the values in a JSON value of bounded depth, including itself. */
export function sizeOf(input: unknown): Size {
  const open: unknown[] = [input];
  let values = 0;
  let characters = 0;
  while (open.length > 0) {
    const value = open.pop();
    values++;
    if (typeof value === 'string') characters += value.length;
    if (typeof value !== 'object' || value === null) continue;
    for (const member of Object.values(value)) open.push(member);
  }
  return { values, characters };
}

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
