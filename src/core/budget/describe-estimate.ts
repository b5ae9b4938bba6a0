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

/** Describes an estimate on one line, for people: the work of each kind, as `frames: 30`. */
export function describeEstimate(estimate: Estimate): string {
  const parts = LABELS.flatMap(([name, label]) => {
    const cost = estimate.get(name);
    return cost === undefined ? [] : [`${label}: ${Math.ceil(cost.amount)}`];
  });
  return `Estimated work (before any source is read): ${parts.join(', ')}.`;
}
