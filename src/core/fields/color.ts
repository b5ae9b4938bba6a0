import type { Field } from './field.js';
import { pattern } from './scalars.js';

/** `#RRGGBB` or `#RRGGBBAA`, converted to `#RRGGBBAA` in uppercase. */
export function color(): Field<string> {
  return pattern('^#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?$', '#RRGGBB or #RRGGBBAA').map((value) => {
    const upper = value.toUpperCase();
    return upper.length === 7 ? `${upper}FF` : upper;
  });
}
