/** Distances between marks of the ruler, in seconds. */
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600];
const LABEL_PIXELS = 84;
const MARKS_PER_LABEL = 5;

export interface Mark {
  readonly seconds: number;
  readonly hasLabel: boolean;
}

/** The marks of the ruler between two times. @param perSecond pixels of a second */
export function marksBetween(from: number, to: number, perSecond: number): Mark[] {
  const step = STEPS.find((seconds) => seconds * perSecond >= LABEL_PIXELS) ?? STEPS.at(-1)!;
  const small = step / MARKS_PER_LABEL;
  const marks: Mark[] = [];
  for (let index = Math.max(0, Math.floor(from / small)); index * small <= to; index++) {
    marks.push({ seconds: index * small, hasLabel: index % MARKS_PER_LABEL === 0 });
  }
  return marks;
}

/** The target that is nearest to a time and within a distance; null if there is none. */
export function nearestTarget(
  seconds: number,
  targets: readonly number[],
  within: number,
): number | null {
  let best: number | null = null;
  for (const target of targets) {
    const distance = Math.abs(target - seconds);
    if (distance <= within && (best === null || distance < Math.abs(best - seconds))) best = target;
  }
  return best;
}
