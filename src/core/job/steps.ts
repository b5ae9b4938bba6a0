/**
 * The steps of a render in order, each with its share of the work (they sum to 100).
 * The shares are rounded medians of where the time goes when nothing is cached.
 */
export const STEP_SHARES = {
  fetch: 6,
  probe: 4,
  timeline: 0,
  words: 8,
  captions: 0,
  plan: 0,
  segments: 72,
  assemble: 8,
  publish: 2,
} as const;

export type Step = keyof typeof STEP_SHARES;
export const STEPS = Object.keys(STEP_SHARES) as Step[];

/**
 * Progress of the whole job, 0 to 100, from the step it is in and the part of it that is done.
 * 100 is left to whoever publishes the file, so that 100 always means "can be downloaded".
 *
 * @param fraction part of the step that is done, 0 to 1
 */
export function overallProgress(step: Step, fraction: number): number {
  let before = 0;
  for (const name of STEPS) {
    if (name === step) break;
    before += STEP_SHARES[name];
  }
  const share = STEP_SHARES[step] * Math.min(1, Math.max(0, fraction));
  return Math.min(99, Math.floor((before + share) * 10) / 10);
}
