import { formatValue } from '../../fields/issues.js';
import { anyOf, constants, number, pattern, text } from '../../fields/scalars.js';
import { Field, REFUSED } from '../../fields/field.js';
import { normalizeAddress } from '../../sources/normalize-address.js';
import type { HorizontalAlign, Position, VerticalAlign } from '../types/index.js';

export const LONGEST_SECONDS = 4 * 3600;
const HORIZONTAL: readonly HorizontalAlign[] = ['left', 'center', 'right'];
const VERTICAL: readonly VerticalAlign[] = ['top', 'center', 'bottom'];

const toMs = (seconds: number) => Math.round(seconds * 1000);

/** Seconds, read as whole milliseconds; 0 when missing. */
export function seconds(max = LONGEST_SECONDS): Field<number> {
  return number({ min: 0, max, unit: 'seconds' }).default(0).map(toMs);
}

/** A length: seconds above 0, -1 (its own length) or -2 (as long as what holds it). */
export function duration(
  missing: 'natural' | 'container',
): Field<number | 'natural' | 'container'> {
  return anyOf(
    number({ min: 0.001, max: LONGEST_SECONDS, unit: 'seconds' }).map(toMs),
    constants<'natural' | 'container'>([
      { value: -1, means: 'natural', words: 'its own length' },
      { value: -2, means: 'container', words: 'as long as what holds it' },
    ]),
  ).defaultFrom(() => missing);
}

/** `#RRGGBB`, in upper case. */
export function opaqueColor(missing: string): Field<string> {
  return pattern('^#[0-9a-fA-F]{6}$', '#RRGGBB')
    .default(missing)
    .map((color) => color.toUpperCase());
}

/** `#RRGGBB` or `#RRGGBBAA`, as `#RRGGBBAA` in upper case. */
export function color(): Field<string> {
  return pattern('^#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?$', '#RRGGBB or #RRGGBBAA').map((value) => {
    const upper = value.toUpperCase();
    return upper.length === 7 ? `${upper}FF` : upper;
  });
}

/** One of the nine presets, in either order: `center-bottom`, `bottom-center`, `center`. */
export function position(missing: string): Field<Position> {
  const presets = new Map<string, Position>([
    ['center', { horizontal: 'center', vertical: 'center' }],
  ]);
  for (const horizontal of HORIZONTAL) {
    for (const vertical of VERTICAL) {
      presets.set(`${horizontal}-${vertical}`, { horizontal, vertical });
      presets.set(`${vertical}-${horizontal}`, { horizontal, vertical });
    }
  }
  return new Field<Position>({
    schema: { type: 'string', enum: [...presets.keys()], default: missing },
    expected: '(left, center or right)-(top, center or bottom), in either order',
    tryRead: (value) => (typeof value === 'string' ? (presets.get(value) ?? REFUSED) : REFUSED),
    fallback: () => presets.get(missing)!,
  });
}

/** JSON Schema has no flags, so both cases stand in the pattern. */
const ADDRESS = '^\\s*[hH][tT][tT][pP][sS]?:\\/\\/[^\\/?#\\s@\\\\]+([\\/?#]\\P{Cc}*)?\\s*$';
/** The same of an address that is tidied, with nothing to go back over when it does not fit. */
const isAddress = /^https?:\/\/[^/?#\s@\\]+(?:[/?#]\P{Cc}*)?$/iu;

/** `http(s)` address without credentials, tidied; on the command line also a path, as it is. */
export const address: Field<string> = new Field<string>({
  schema: { type: 'string', maxLength: 4096, pattern: ADDRESS },
  expected: 'an http or https address without user name',
  tryRead: (value, { context }) => {
    if (typeof value !== 'string' || value.length > 4096) return REFUSED;
    const tidy = normalizeAddress(value);
    if (isAddress.test(tidy)) return tidy;
    const isPath =
      context.localSources &&
      value.length > 0 &&
      !/^[a-z][a-z0-9+.-]+:/i.test(value) &&
      !value.includes('\0');
    return isPath ? value : REFUSED;
  },
  fallback: () => '',
});

/** The address of an element's media. */
export const source = address.required();

const DEFAULT_FAMILY = 'Montserrat';

/** A family that is installed here, by its own name. */
export const family: Field<string> = text(100)
  .default(DEFAULT_FAMILY)
  .map((name, { pointer, issues, context }) => {
    const found = context.resolveFont(name);
    if (found !== null) return found;
    const installed = context.fontFamilies.join(', ');
    issues.add(pointer, `"font-family" is ${formatValue(name)}; installed are ${installed}.`);
    return DEFAULT_FAMILY;
  });
