import type { Estimate } from './estimate.js';
import type { LimitName } from './limits.js';

const LABELS: readonly (readonly [LimitName, string])[] = [
  ['elements', 'scenes and elements'],
  ['glyphs', 'characters'],
  ['drawnGlyphs', 'drawn characters'],
  ['shapeMegapixels', 'megapixels of shapes'],
  ['frames', 'frames'],
  ['movingMegapixels', 'moving megapixels'],
];

/** Describes an estimate on one line, for people. */
export function describeEstimate(estimate: Estimate): string {
  const parts = LABELS.flatMap(([name, label]) => {
    const cost = estimate.get(name);
    return cost === undefined ? [] : [`${Math.ceil(cost.amount)} ${label}`];
  });
  return `Estimate, without what only the sources tell: ${parts.join(', ')}.`;
}
