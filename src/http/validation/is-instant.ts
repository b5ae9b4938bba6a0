import { registerDecorator, type ValidationArguments } from 'class-validator';
import { expectedMessage } from './expectation.js';
import { parseInstant } from './instant.js';

const EXPECTED = 'a date (2026-01-31) or a date and time with a time zone (2026-01-31T12:00:00Z)';

/** Validates that a field is an instant that {@link parseInstant} can parse. */
export function IsInstant() {
  return (target: object, propertyName: string): void => {
    registerDecorator({
      name: 'isInstant',
      target: target.constructor,
      propertyName,
      validator: {
        validate: (value: unknown) => typeof value === 'string' && parseInstant(value) !== null,
        defaultMessage: (found?: ValidationArguments) => {
          const value = found?.value as unknown;
          const message = expectedMessage(EXPECTED, { property: propertyName, value });
          return `${message} In a query, write + as %2B.`;
        },
      },
    });
  };
}
