import { cssPixels } from '../css.js';
import type { Members } from '../members.js';
import { nearestFamily } from '../../../font-names/nearest-family.js';
import type { OwnObject } from '../own-object.js';
import type { Movie } from './movie.js';
import type { Given } from './text-effects.js';

const FONT_SIZES = { min: 4, max: 1000 };
/** The size of letters that fit themselves to their box, as a part of the width of the movie. */
const AUTO_SIZE = 0.045;
/** That of the style, if the size cannot be read. */
const UNKNOWN_SIZE = 0.04;

/** Sets the size of the letters. @returns it in pixels */
export function setFontSize(
  { value, at }: Given,
  settings: OwnObject,
  { frame, report }: Movie,
): number {
  const isAuto = value === 'auto';
  const read = isAuto ? frame.width * AUTO_SIZE : cssPixels(value, { frame, whole: undefined });
  if (isAuto) {
    settings.set('font-size', 'auto', at);
    return read!;
  }
  if (read === null)
    report.note(at, 'The size of the letters is unknown, so it is that of the style.');
  const pixels = read ?? frame.width * UNKNOWN_SIZE;
  const size = Math.min(FONT_SIZES.max, Math.max(FONT_SIZES.min, pixels));
  if (size !== pixels)
    report.note(at, `"font-size" is ${size} pixels, the nearest size that is possible.`);
  settings.set('font-size', Number(size.toFixed(2)), at);
  return size;
}

/** Sets the font. @returns the weight that the name of the family contains, or null */
export function setFont(
  given: Members,
  { value, at }: Given,
  settings: OwnObject,
  { report, options }: Movie,
): number | null {
  const isAddress = typeof value === 'string' && /^https?:\/\//i.test(value);
  const url = given.get('font-url') ?? (isAddress ? value : undefined);
  const urlAt = given.has('font-url') ? given.at('font-url') : at;
  if (url !== undefined && url !== '') {
    settings.set('font-url', url, urlAt);
    return null;
  }
  if (typeof value !== 'string' || isAddress) return null;
  const match = nearestFamily(value, options);
  if (match === null) return null;
  if (!match.isSame)
    report.note(
      at,
      `The font "${value.slice(0, 60)}" is not installed, so the text has "${match.family}".`,
    );
  settings.set('font-family', match.family, at);
  return match.weight;
}
