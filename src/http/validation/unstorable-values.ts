import { childPointer } from '../../core/fields/json-pointer.js';
import type { FieldError } from '../errors/api-error.js';

/** Enough to mend a body by; a hostile one must not make us list a million. */
const MAX_ERRORS = 50;

/**
 * Values that JSON can carry but nothing behind it can keep: NUL and lone surrogates (Postgres
 * refuses them in text), numbers beyond a double (`1e999`), and the name `__proto__`.
 * The depth of `value` is bounded before.
 */
export function unstorableValues(value: unknown): FieldError[] {
  const errors: FieldError[] = [];
  walk(value, '', errors);
  return errors;
}

function walk(value: unknown, pointer: string, errors: FieldError[]): void {
  if (errors.length >= MAX_ERRORS) return;
  if (typeof value === 'string') {
    const problem = textProblem(value);
    if (problem) errors.push({ pointer, message: `The text ${problem}.` });
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) errors.push({ pointer, message: 'The number is too large.' });
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => walk(item, childPointer(pointer, index), errors));
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      const problem = name === '__proto__' ? 'is not allowed' : textProblem(name);
      if (problem) errors.push({ pointer, message: `A name in this object ${problem}.` });
      else walk(member, childPointer(pointer, name), errors);
    }
  }
}

function textProblem(text: string): string | null {
  if (text.includes('\0')) return 'holds the character NUL';
  // With the flag `u` a surrogate matches only when it has no partner.
  return /\p{Surrogate}/u.test(text) ? 'holds half of a UTF-16 surrogate pair' : null;
}
