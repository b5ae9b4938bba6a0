import { ExpressionError } from './syntax.js';

/** A function of expressions; a filter passes the filtered value as the first argument. */
export interface ExpressionFunction {
  /** The least and the largest number of arguments. */
  readonly min: number;
  readonly max: number;
  readonly apply: (args: readonly unknown[]) => unknown;
}

const MAX_DECIMALS = 10;

function requireNumber(value: unknown, caller: string): number {
  if (typeof value === 'number') return value;
  throw new ExpressionError(`"${caller}" expects a number, but got ${describeValue(value)}.`);
}

function requireText(value: unknown, caller: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new ExpressionError(`"${caller}" expects a text, but got ${describeValue(value)}.`);
}

function requireDecimals(value: unknown, caller: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_DECIMALS) {
    return value;
  }
  throw new ExpressionError(
    `"${caller}" expects 0 to ${MAX_DECIMALS} decimals, but got ${describeValue(value)}.`,
  );
}

/** Describes a value in messages. */
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

/** All functions and filters except `default`, which is part of the syntax. */
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
      const text = requireNumber(value, 'number_format').toFixed(
        requireDecimals(places, 'number_format'),
      );
      const [whole = '', fraction] = text.split('.');
      // Large numbers have an exponent and no digits to group.
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
        `"length" expects a text or a list, but got ${describeValue(value)}.`,
      );
    },
  },
  join: {
    min: 1,
    max: 2,
    apply: ([value, separator = ', ']) => {
      if (!Array.isArray(value)) {
        throw new ExpressionError(`"join" expects a list, but got ${describeValue(value)}.`);
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
    `"number" expects a text that contains a number, but got ${describeValue(value)}.`,
  );
}

/** Parses a decimal number; returns null for any other text. */
export function parseDecimal(text: string): number | null {
  return /^\s*[+-]?\d{1,300}(\.\d{1,300})?\s*$/.test(text) ? Number(text) : null;
}
