import { nearestFamily } from '../font-names/nearest-family.js';
import type { Field } from './field.js';
import { formatValue } from './issues.js';
import { text } from './scalars.js';

const DEFAULT_FAMILY = 'Montserrat';

/** The canonical name of an installed font family. */
export const family: Field<string> = text(100)
  .default(DEFAULT_FAMILY)
  .map((name, { pointer, issues, context }) => {
    const found = context.resolveFont(name);
    if (found !== null) return found;
    const installed = context.fontFamilies.join(', ');
    const nearest = nearestFamily(name, context)?.family;
    const advice = nearest === undefined ? '' : ` The nearest is ${nearest}.`;
    issues.add(
      pointer,
      `The font family ${formatValue(name)} is not installed.${advice} Installed families: ${installed}.`,
    );
    return DEFAULT_FAMILY;
  });
