import type { Field, FieldPlace } from '../../fields/field.js';
import { formatValue } from '../../fields/issues.js';
import { anyOf, integer, number, type NumberBounds, pattern } from '../../fields/scalars.js';
import type { ProjectContext } from '../../fields/context.js';
import type { Length } from '../types/index.js';

const PERCENTAGE = '^\\d{1,3}(\\.\\d{1,3})?%$';

const shareOf = (percent: string) => Number(percent.slice(0, -1)) / 100;

/** Whole pixels, or a percentage of a length that is not known yet. */
export function length(bounds: NumberBounds): Field<Length> {
  return anyOf<Length, Length>(
    integer(bounds).map((px) => ({ px })),
    pattern(PERCENTAGE, 'a percentage such as "50%"').map((percent) => ({
      share: shareOf(percent),
    })),
  );
}

/**
 * Whole pixels of the output: a number, or a text with a unit of CSS. A percentage refers to a side of the frame, `vw` and
 * `vh` are hundredths of its width and height, and `vmin` and `vmax` of its shorter and longer side.
 */
export function frameLength(side: keyof ProjectContext['frame'], bounds: NumberBounds) {
  const sign = bounds.min < 0 ? '-?' : '';
  const expected = `a length such as "40px" or "5vw", or a percentage of the frame ${side}, such as "50%"`;
  return anyOf(
    integer(bounds),
    pattern(`^${sign}${DIGITS}(%|px|vw|vh|vmin|vmax)$`, expected).map((text, place) =>
      within(bounds, Math.round(pixelsOf(text, place, side)), text, place),
    ),
  ).orNull();
}

/** As {@link frameLength}, but in fractions of a pixel. */
export function exactLength(
  side: keyof ProjectContext['frame'],
  bounds: NumberBounds,
): Field<number> {
  const expected = `a length such as "40px" or "5vw", or a percentage of the frame ${side}, such as "50%"`;
  return anyOf(
    number(bounds),
    pattern(`^-?${DIGITS}(%|px|vw|vh|vmin|vmax)$`, expected).map((text, place) =>
      within(bounds, pixelsOf(text, place, side), text, place),
    ),
  );
}

/** Pixels of the output, also in parts of the frame, such as `"5vw"`. */
export function pixels(bounds: NumberBounds): Field<number> {
  const sign = bounds.min < 0 ? '-?' : '';
  return anyOf(
    number(bounds),
    pattern(`^${sign}${DIGITS}(px|vw|vh|vmin|vmax)$`, 'a length such as "40px" or "5vw"').map(
      (text, place) => within(bounds, pixelsOf(text, place, 'height'), text, place),
    ),
  );
}

const DIGITS = '\\d{1,5}(\\.\\d{1,6})?';

function pixelsOf(
  text: string,
  { context: { frame } }: FieldPlace,
  side: keyof ProjectContext['frame'],
): number {
  const [, amount, unit] = /^(.*?)(%|[a-z]+)$/.exec(text)!;
  return unit === '%'
    ? (Number(amount) * frame[side]) / 100
    : pixelsIn(Number(amount), unit!, frame);
}

/** Pixels of an amount in `px`, or in hundredths of a side of the frame: `vw`, `vh`, `vmin`, or `vmax`. */
export function pixelsIn(amount: number, unit: string, frame: ProjectContext['frame']): number {
  const { width, height } = frame;
  const hundredths: Readonly<Record<string, number>> = {
    ...{ vw: width, vh: height },
    ...{ vmin: Math.min(width, height), vmax: Math.max(width, height) },
  };
  return unit === 'px' ? amount : (amount * hundredths[unit]!) / 100;
}

function within(
  { min, max }: NumberBounds,
  value: number,
  text: string,
  { pointer, issues, name }: FieldPlace,
): number {
  // A share of the frame may round to nothing, or lie far outside.
  if (text.endsWith('%')) return Math.max(min, value);
  if (value < min || value > max) {
    const got = `${formatValue(text)}, which is ${Number(value.toFixed(1))} pixels here`;
    issues.add(pointer, `Expected "${name}" to be ${min} to ${max} pixels, but got ${got}.`);
  }
  return Math.min(max, Math.max(min, value));
}
