import type { ConfigCheck } from './config-checks.js';

/** Values and characters of a config that the event loop may check: well below a millisecond each. */
const MAX_VALUES = 200;
const MAX_CHARACTERS = 8_000;
/** Fields that repeat or choose parts, with expressions without braces, and the one that makes elements of settings. */
const EXPANDING = new Set(['iterate', 'condition', 'component']);

/**
 * True if a check costs so little that a thread would cost more: a small config without expressions, whose
 * cost grows with its size only. Stops looking at the first value over the limits.
 */
export function isCheapCheck(check: ConfigCheck): boolean {
  if (check.kind !== 'config') return false;
  const open: unknown[] = [check.config];
  let characters = 0;
  for (let seen = 1; open.length > 0; seen++) {
    const value = open.pop();
    if (typeof value === 'string') {
      characters += value.length;
      if (value.includes('{{')) return false;
    }
    if (typeof value === 'object' && value !== null) {
      const names = Object.keys(value);
      if (names.length > MAX_VALUES || names.some((name) => EXPANDING.has(name))) return false;
      for (const name of names) characters += name.length;
      open.push(...(Object.values(value) as unknown[]));
    }
    if (seen + open.length > MAX_VALUES || characters > MAX_CHARACTERS) return false;
  }
  return true;
}
