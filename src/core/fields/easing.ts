import { EASING_PATTERN, EASING_WORDS, readEasing } from '../motion/easing.js';
import type { Field } from './field.js';
import { pattern } from './scalars.js';

/** The name of an easing, in its canonical spelling. */
export const easing: Field<string> = pattern(EASING_PATTERN, EASING_WORDS).map(
  (given) => readEasing(given) ?? 'linear',
);
