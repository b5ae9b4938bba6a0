import { Transform } from 'class-transformer';
import { registerDecorator, type ValidationArguments } from 'class-validator';
import { expectedMessage } from './expectation.js';

/** Converts a parameter to a number and validates that it is a number from `min` to `max`. */
export function DecimalNumber(min: number, max: number) {
  const convert = Transform(({ value }: { value: unknown }) => toNumber(value));
  return (target: object, propertyName: string): void => {
    convert(target, propertyName);
    registerDecorator({
      name: 'isDecimalNumber',
      target: target.constructor,
      propertyName,
      validator: {
        validate: (value: unknown) => typeof value === 'number' && value >= min && value <= max,
        defaultMessage: (found?: ValidationArguments) =>
          expectedMessage(`a number from ${min} to ${max}`, {
            property: propertyName,
            value: found?.value as unknown,
          }),
      },
    });
  };
}

/**
 * Accepts digits with a decimal point, as programs write numbers: `2.3000000000000003`, and `1e-7`. `Number` would also
 * accept `1e9`, `0x10`, spaces, and an empty text.
 */
function toNumber(value: unknown): unknown {
  const isNumber = typeof value === 'string' && /^\d{1,9}(\.\d{1,20})?(e-\d{1,3})?$/.test(value);
  return isNumber ? Number(value) : value;
}
