import { registerDecorator } from 'class-validator';
import { parseInstant } from './instant.js';

/** Validates that a field is an instant that {@link parseInstant} can parse. */
export function IsInstant() {
  return (target: object, propertyName: string): void => {
    registerDecorator({
      name: 'isInstant',
      target: target.constructor,
      propertyName,
      validator: {
        validate: (value: unknown) => typeof value === 'string' && parseInstant(value) !== null,
        defaultMessage: () =>
          `${propertyName} must be a date (2026-01-31) or a time with a time zone ` +
          '(2026-01-31T12:00:00Z). In a query, write + as %2B',
      },
    });
  };
}
