import { registerDecorator } from 'class-validator';
import { parseInstant } from './instant.js';

/** Validates that a field is an instant as {@link parseInstant} reads it. */
export function IsInstant() {
  return (target: object, propertyName: string): void => {
    registerDecorator({
      name: 'isInstant',
      target: target.constructor,
      propertyName,
      validator: {
        validate: (value: unknown) => typeof value === 'string' && parseInstant(value) !== null,
        defaultMessage: () =>
          `${propertyName} must be a date (2026-01-31) or a time with its zone ` +
          '(2026-01-31T12:00:00Z; in a query a + is written %2B)',
      },
    });
  };
}
