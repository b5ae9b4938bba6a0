import type { Field } from '../../fields/field.js';
import { anyOf, integer, type NumberBounds, pattern } from '../../fields/scalars.js';
import type { ProjectContext } from '../../fields/context.js';
import type { Length } from '../types/index.js';

const PERCENTAGE = '^\\d{1,3}(\\.\\d{1,3})?%$';
const SIGNED_PERCENTAGE = '^-?\\d{1,3}(\\.\\d{1,3})?%$';

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

/** Whole pixels of the output. A percentage refers to a side of the frame. */
export function frameLength(side: keyof ProjectContext['frame'], bounds: NumberBounds) {
  const share = bounds.min < 0 ? SIGNED_PERCENTAGE : PERCENTAGE;
  return anyOf(
    integer(bounds),
    pattern(share, `a percentage of the frame ${side}, such as "50%"`).map((percent, { context }) =>
      Math.max(bounds.min, Math.round(shareOf(percent) * context.frame[side])),
    ),
  ).orNull();
}
