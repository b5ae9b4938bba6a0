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
    const copy: Record<string, unknown> = { ...value };
    for (const [name, part] of Object.entries(copy)) {
      if (typeof part === 'object') copy[name] = relocated(part);
      else if (name === 'pointer' && typeof part === 'string') copy[name] = originOf(part);
    }
    return copy;
  });
  return relocated(data) as T;
}
