import { ExpressionError } from './syntax.js';

/** A function of expressions; as a filter, what is filtered is its first value. */
export interface ExpressionFunction {
  /** How many values it takes. */
  readonly min: number;
  readonly max: number;
  readonly apply: (args: readonly unknown[]) => unknown;
}

const MAX_DECIMALS = 10;

function requireNumber(value: unknown, of: string): number {
  if (typeof value === 'number') return value;
  throw new ExpressionError(`"${of}" takes a number; it was given ${describeValue(value)}.`);
}

function requireText(value: unknown, of: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new ExpressionError(`"${of}" takes a text; it was given ${describeValue(value)}.`);
}

function requireDecimals(value: unknown, of: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_DECIMALS) {
    return value;
  }
  throw new ExpressionError(
    `"${of}" takes 0 to ${MAX_DECIMALS} decimals; it was given ${describeValue(value)}.`,
  );
}

/** A value as messages call it. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return `the text ${JSON.stringify(value.slice(0, 40))}`;
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'an object';
  const plain = value as number | boolean;
  return String(plain);
}

const onText = (name: string, change: (text: string) => string): ExpressionFunction => ({
  min: 1,
  max: 1,
  apply: ([value]) => change(requireText(value, name)),
});

const onNumbers = (name: string, max: number, pick: (...numbers: number[]) => number) => ({
  min: 1,
  max,
  apply: (args: readonly unknown[]) => pick(...args.map((value) => requireNumber(value, name))),
});

/** Every function and filter but `default`, which is part of the language. */
export const FUNCTIONS: Readonly<Record<string, ExpressionFunction>> = {
  upper: onText('upper', (text) => text.toUpperCase()),
  lower: onText('lower', (text) => text.toLowerCase()),
  trim: onText('trim', (text) => text.trim()),
  min: onNumbers('min', 20, Math.min),
  max: onNumbers('max', 20, Math.max),
  abs: onNumbers('abs', 1, Math.abs),
  floor: onNumbers('floor', 1, Math.floor),
  ceil: onNumbers('ceil', 1, Math.ceil),
  round: {
    min: 1,
    max: 2,
    apply: ([value, places = 0]) =>
      Number(requireNumber(value, 'round').toFixed(requireDecimals(places, 'round'))),
  },
  number: { min: 1, max: 1, apply: ([value]) => toNumber(value) },
  number_format: {
    min: 1,
    max: 4,
    apply: ([value, places = 0, point = '.', separator = ',']) => {
      const text = requireNumber(value, 'number_format').toFixed(requireDecimals(places, 'number_format'));
      const [whole = '', fraction] = text.split('.');
      // Large numbers come with an exponent, which has nothing to group.
      if (text.includes('e')) return text;
      const mark = requireText(separator, 'number_format');
      const grouped = whole.replace(/\B(?=(\d{3})+$)/g, () => mark);
      return fraction === undefined
        ? grouped
        : `${grouped}${requireText(point, 'number_format')}${fraction}`;
    },
  },
  length: {
    min: 1,
    max: 1,
    apply: ([value]) => {
      if (typeof value === 'string') return Array.from(value).length;
      if (Array.isArray(value)) return value.length;
      throw new ExpressionError(
        `"length" takes a text or a list; it was given ${describeValue(value)}.`,
      );
    },
  },
  join: {
    min: 1,
    max: 2,
    apply: ([value, separator = ', ']) => {
      if (!Array.isArray(value)) {
        throw new ExpressionError(`"join" takes a list; it was given ${describeValue(value)}.`);
      }
      return value.map((item) => requireText(item, 'join')).join(requireText(separator, 'join'));
    },
  },
};

function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  const read = typeof value === 'string' ? parseDecimal(value) : null;
  if (read !== null) return read;
  throw new ExpressionError(
    `"number" takes a text that spells a number; it was given ${describeValue(value)}.`,
  );
}

/** The number that a text spells in decimal digits, or null. */
export function parseDecimal(text: string): number | null {
  return /^\s*[+-]?\d{1,300}(\.\d{1,300})?\s*$/.test(text) ? Number(text) : null;
}
