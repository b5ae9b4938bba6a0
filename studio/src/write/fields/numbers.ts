import type { Schema } from '../schema/types.js';

export type Unit = 'px' | 's' | 'ms' | 'deg' | 'lufs' | 'db' | 'none';

const UNITS: readonly (readonly [Unit, RegExp])[] = [
  ['s', /^(start|duration|end|seek|attack|release|time|fade-.*|offset)$/],
  ['deg', /^(rotate|angle|hue)$/],
  ['lufs', /^loudness$/],
  ['db', /^level$/],
  ['px', /^(x|y|width|height|.*-(size|width|offset|padding|radius|spacing)|blur)$/],
];

/** The unit of a number. */
export function unitOf(name: string): Unit {
  const plain = name.replaceAll('_', '-');
  return UNITS.find(([, names]) => names.test(plain))?.[0] ?? 'none';
}

/** How much one key press changes a number. */
export function stepOf({ type, multipleOf, minimum = -Infinity, maximum = Infinity }: Schema) {
  if (type === 'integer') return multipleOf ?? 1;
  const span = maximum - minimum;
  if (span <= 2) return 0.05;
  return span <= 10 || span > 5_000 ? 0.1 : 1;
}

/** Whether a slider is a good control: the range is small, and each of its values makes sense. */
export function hasSlider(name: string, { type, minimum, maximum }: Schema): boolean {
  if (type !== 'number' || minimum === undefined || maximum === undefined) return false;
  return maximum - minimum <= 20 && unitOf(name) !== 's' && unitOf(name) !== 'px';
}

/** Reads a number that someone types. Null: it is none yet, such as `-`. */
export function readNumber(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(trimmed)) return null;
  return Number(trimmed);
}

/** Moves a number by steps within its bounds, without the noise of binary fractions. */
export function stepped(value: number, steps: number, schema: Schema): number {
  const { minimum = -Infinity, maximum = Infinity } = schema;
  const moved = value + steps * stepOf(schema);
  return Number(Math.min(Math.max(moved, minimum), maximum).toFixed(6));
}
