import { Field, REFUSED } from './field.js';

export interface NumberBounds {
  readonly min: number;
  readonly max: number;
  /** The unit that messages name, e.g. `seconds`. */
  readonly unit?: string;
}

/** A number from `min` to `max`, both included. */
export function number({ min, max, unit }: NumberBounds): Field<number> {
  return new Field<number>({
    schema: { type: 'number', minimum: min, maximum: max },
    expected: `a number ${unit ? `of ${unit} ` : ''}from ${min} to ${max}`,
    tryRead: (value) =>
      typeof value === 'number' && value >= min && value <= max ? value : REFUSED,
    fallback: () => min,
  });
}

/** A whole number from `min` to `max`, both included. With `even`, an even one. */
export function integer({
  min,
  max,
  even = false,
  setting,
}: NumberBounds & {
  readonly even?: boolean;
  /** The environment variable that sets `max`. */
  readonly setting?: string;
}): Field<number> {
  const variable = setting === undefined ? '' : ` (${setting})`;
  return new Field<number>({
    schema: { type: 'integer', minimum: min, maximum: max, ...(even ? { multipleOf: 2 } : {}) },
    expected: `${even ? 'an even' : 'a whole'} number from ${min} to ${max}${variable}`,
    tryRead: (value) =>
      typeof value === 'number' &&
      value >= min &&
      value <= max &&
      Number.isInteger(even ? value / 2 : value)
        ? value
        : REFUSED,
    fallback: () => min,
  });
}

/** True or false. */
export function boolean(): Field<boolean> {
  return new Field<boolean>({
    schema: { type: 'boolean' },
    expected: 'true or false',
    tryRead: (value) => (typeof value === 'boolean' ? value : REFUSED),
    fallback: () => false,
  });
}

/** A text with at most `maxLength` characters (UTF-16 code units). */
export function text(maxLength: number): Field<string> {
  return new Field<string>({
    schema: { type: 'string', maxLength },
    expected: `a text with at most ${maxLength} characters`,
    tryRead: (value) => (typeof value === 'string' && value.length <= maxLength ? value : REFUSED),
    fallback: () => '',
  });
}

/** A text that matches a pattern. The pattern is anchored (`^...$`) and has no flags, as in JSON Schema. */
export function pattern(source: string, expected: string): Field<string> {
  const regExp = new RegExp(source, 'u');
  return new Field<string>({
    schema: { type: 'string', pattern: source },
    expected,
    tryRead: (value) => (typeof value === 'string' && regExp.test(value) ? value : REFUSED),
    fallback: () => '',
  });
}

/**
 * One of a list of names.
 *
 * @param aliases other accepted spellings of the names
 */
export function choice<const T extends string>(
  names: readonly T[],
  aliases: Readonly<Record<string, T>> = {},
): Field<T> {
  const known = new Map<string, T>([
    ...names.map((name) => [name, name] as const),
    ...Object.entries(aliases),
  ]);
  return new Field<T>({
    schema: { type: 'string', enum: [...known.keys()] },
    expected: names.length === 1 ? names[0]! : `one of ${names.join(', ')}`,
    tryRead: (value) => (typeof value === 'string' ? (known.get(value) ?? REFUSED) : REFUSED),
    fallback: () => names[0]!,
  });
}

/** One of a list of numbers, each with a meaning. */
export function constants<const T>(
  meanings: readonly { readonly value: number; readonly means: T; readonly words: string }[],
): Field<T> {
  return new Field<T>({
    schema: { type: 'number', enum: meanings.map(({ value }) => value) },
    expected: meanings.map(({ value, words }) => `${value} (${words})`).join(' or '),
    tryRead: (value) => {
      const found = meanings.find((meaning) => meaning.value === value);
      return found ? found.means : REFUSED;
    },
    fallback: () => meanings[0]!.means,
  });
}

/** Any JSON value, unchanged. */
export function anyJson(): Field<unknown> {
  return new Field<unknown>({
    schema: {},
    expected: 'any JSON value',
    tryRead: (value) => value,
    fallback: () => null,
  });
}

/** The first of two fields that accepts the value. */
export function anyOf<T, U>(first: Field<T>, second: Field<U>): Field<T | U> {
  return new Field<T | U>({
    schema: { anyOf: [first.schema, second.schema] },
    expected: `${first.expected}, or ${second.expected}`,
    tryRead: (value, place) => {
      const read = first.tryRead(value, place);
      return read === REFUSED ? second.tryRead(value, place) : read;
    },
    fallback: (context) => first.defaultValue(context),
  });
}
