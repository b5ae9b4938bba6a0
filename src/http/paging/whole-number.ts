import { Transform } from 'class-transformer';
import { registerDecorator, type ValidationArguments } from 'class-validator';
import { formatValue } from '../../core/fields/issues.js';

/** Validates that a parameter is a whole number from `min` to `max`, and makes it a number. */
export function WholeNumber(min: number, max: number) {
  const made = Transform(({ value }: { value: unknown }) => numberOf(value));
  return (target: object, propertyName: string): void => {
    made(target, propertyName);
    checkWholeNumber(target, propertyName, min, max);
  };
}

/** Digits only: `Number` would also take `1e2`, `0x10`, spaces and nothing at all. */
function numberOf(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
}

function checkWholeNumber(target: object, propertyName: string, min: number, max: number): void {
  registerDecorator({
    name: 'isWholeNumber',
    target: target.constructor,
    propertyName,
    validator: {
      validate: (value: unknown) => typeof value === 'number' && value >= min && value <= max,
      defaultMessage: (found?: ValidationArguments) =>
        `${propertyName} is ${formatValue(String(found?.value))}; allowed is a whole number from ${min} to ${max}`,
    },
  });
}
