import type { ValidationArguments, ValidationOptions } from 'class-validator';
import { mismatchMessage, missingMessage } from '../../core/fields/field.js';

/** Options of a class-validator rule: its message has the form of all other issues. */
export function expectation(expected: string): ValidationOptions {
  return { message: (found: ValidationArguments) => expectedMessage(expected, found) };
}

/** The message for a parameter or field that is missing or has an unexpected value. */
export function expectedMessage(
  expected: string,
  { property, value }: Pick<ValidationArguments, 'property' | 'value'>,
): string {
  if (value === undefined) return missingMessage(property, expected);
  return mismatchMessage(property, expected, value);
}
