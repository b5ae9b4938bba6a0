import { childPointer } from '../../core/fields/json-pointer.js';
import type { FieldError } from '../errors/api-error.js';

/** Enough to fix a body; a hostile one must not make the service list a million errors. */
const MAX_ERRORS = 50;

/**
 * Finds values that are valid JSON but cannot be stored: NUL and lone surrogates (Postgres rejects
 * them in text), numbers beyond the range of a double (`1e999`), and the name `__proto__`.
 *
 * @param value a parsed body; the parser has limited its depth
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
  if (text.includes('\0')) return 'contains a NUL character';
  // With the flag `u`, a surrogate matches only if it is unpaired.
  return /\p{Surrogate}/u.test(text) ? 'contains an unpaired UTF-16 surrogate' : null;
}
