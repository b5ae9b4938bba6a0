import { onceForEach } from '../util/once-for-each.js';

/**
 * Replaces each `pointer` in plain data. What several objects share stays shared: the lists of scenes can be long.
 *
 * @param originOf converts a pointer
 */
export function relocate<T>(data: T, originOf: (pointer: string) => string): T {
  const relocated = (value: unknown): unknown =>
    typeof value === 'object' && value !== null ? relocatedObject(value) : value;
  const relocatedObject = onceForEach((value: object): unknown => {
    if (Array.isArray(value)) return value.map(relocated);
    return Object.fromEntries(
      Object.entries(value).map(([name, part]: [string, unknown]) => [
        name,
        name === 'pointer' && typeof part === 'string' ? originOf(part) : relocated(part),
      ]),
    );
  });
  return relocated(data) as T;
}
