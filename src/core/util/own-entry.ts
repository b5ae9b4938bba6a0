/**
 * The entry of a table for a name that somebody chose, or undefined. A plain look-up also finds what every object
 * inherits, such as `constructor`.
 */
export function ownEntry<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
