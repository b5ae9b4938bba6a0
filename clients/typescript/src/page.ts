import type { CursorOptions } from './types.js';

/** The parameters of a list. What is not named here is sent as it is. */
export function page<O extends CursorOptions>(options: O) {
  const { signal, timeoutMs, createdAfter, createdBefore, ...query } = options;
  const dates = { created_after: createdAfter, created_before: createdBefore };
  return { query: { ...query, ...dates }, signal, timeoutMs };
}
