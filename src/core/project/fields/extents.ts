import { list } from '../../fields/composites.js';
import type { Field, FieldPlace } from '../../fields/field.js';
import { anyOf, number, type NumberBounds, pattern } from '../../fields/scalars.js';
import type { Extent, Sides } from '../types/index.js';
import { pixelsIn } from './lengths.js';

const AMOUNT = '(\\d{1,5}(\\.\\d{1,6})?|\\.\\d{1,6})';
const UNIT = '(px|em|vw|vh|vmin|vmax)';
/** One length of CSS. Zero has no unit. */
const LENGTH = `(-?${AMOUNT}${UNIT}|0)`;
const HINT = 'a length such as "40px", "0.5em", or "5vw"';

export const px = (amount: number): Extent => ({ px: amount, em: 0 });
export const em = (amount: number): Extent => ({ px: 0, em: amount });

/**
 * Pixels of the output, parts of the frame, or parts of the font size (`em`).
 *
 * @param bounds in pixels. Parts of the font size are checked by {@link refuseOutside}, when it is known.
 */
export function extent(bounds: NumberBounds): Field<Extent> {
  const sign = bounds.min < 0 ? '-?' : '';
  return anyOf(
    number(bounds).map(px),
    pattern(`^${sign}${AMOUNT}${UNIT}$`, HINT).map((text, place) => extentOf(text, place)),
  );
}

/** The same, and a percentage of the font size. */
export function fontExtent(bounds: NumberBounds): Field<Extent> {
  const sign = bounds.min < 0 ? '-?' : '';
  return anyOf(
    extent(bounds),
    pattern(`^${sign}${AMOUNT}%$`, 'a percentage of the font size, such as "5%"').map((text) =>
      em(Number(text.slice(0, -1)) / 100),
    ),
  );
}

/** One length for all sides of a box, or a list or a text with two to four, in the order of CSS. */
export function sides(bounds: NumberBounds): Field<Sides<Extent>> {
  return anyOf(
    anyOf(extent(bounds), list(extent(bounds), { min: 1, max: 4 })),
    pattern(`^${LENGTH}( +${LENGTH}){1,3}$`, 'lengths such as "10px 20px"').map((text, place) =>
      text.split(/ +/).map((part) => extentOf(part, place)),
    ),
  ).map((given) => {
    const all = Array.isArray(given) ? given : [given];
    const [top, right = top, bottom = top, left = right] = all as [Extent, ...Extent[]];
    return { top, right, bottom, left };
  });
}

/** A shadow as in CSS. */
export interface Shadow {
  readonly x: Extent;
  readonly y: Extent;
  readonly blur: Extent;
  /** Null for the default color. */
  readonly color: string | null;
}

const SHADOW = `^(none|${LENGTH} +${LENGTH}( +${LENGTH})?( +#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?)?)$`;

/** The property `text-shadow` of CSS with one shadow, whose color comes last. */
export const textShadow: Field<Shadow> = pattern(
  SHADOW,
  'a shadow as in CSS, such as "2px 2px 4px #000000CC"',
).map((text, place) => {
  const parts = text.split(/ +/);
  const color = parts.at(-1)!.startsWith('#') ? parts.pop()!.toUpperCase() : null;
  const [x = px(0), y = px(0), blur = px(0)] =
    text === 'none' ? [] : parts.map((part) => extentOf(part, place));
  return { x, y, blur, color: color && (color.length === 7 ? `${color}FF` : color) };
});

function extentOf(text: string, place: FieldPlace): Extent {
  const [, amount, unit = 'px'] = /^(-?[\d.]+)([a-z]*)$/.exec(text)!;
  if (unit === 'em') return em(Number(amount));
  return px(pixelsIn(Number(amount), unit || 'px', place.context.frame));
}

/** Reports an extent that is outside of its bounds at a font size. */
export function refuseOutside(
  { min, max }: NumberBounds,
  given: Extent,
  fontSize: number,
  { name, pointer, issues }: Pick<FieldPlace, 'name' | 'pointer' | 'issues'>,
): void {
  const value = given.px + given.em * fontSize;
  if (value >= min && value <= max) return;
  issues.add(
    pointer,
    `Expected "${name}" to be ${min} to ${max} pixels, but got ${Number(value.toFixed(1))} pixels.`,
  );
}
