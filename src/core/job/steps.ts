/**
 * The steps of a render in order, each with its share of the work in percent. The shares are rounded medians
 * of the time that each step takes when nothing is cached. Few jobs speak texts or fetch a
 * speech model, so these have no share.
 */
export const STEP_SHARES = {
  voice: 0,
  fetch: 6,
  probe: 4,
  timeline: 0,
  model: 0,
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
 * The progress of a job, 0 to 100, from the current step and its progress. Only publishing the file sets 100,
 * so that 100 always means that the file can be downloaded. A model is fetched while the words are found, and its
 * progress fills the first half of their share. Voices speak before sources are fetched, and fill half of that share.
 *
 * @param fraction progress of the step, 0 to 1
 */
export function overallProgress(step: Step, fraction: number): number {
  if (step === 'model') return overallProgress('words', Math.min(1, fraction) / 2);
  if (step === 'voice') return overallProgress('fetch', Math.min(1, fraction) / 2);
  let before = 0;
  for (const name of STEPS) {
    if (name === step) break;
    before += STEP_SHARES[name];
  }
  const share = STEP_SHARES[step] * Math.min(1, Math.max(0, fraction));
  return Math.min(99, Math.floor((before + share) * 10) / 10);
}

/** {@link overallProgress} that never falls: a step that goes on after another one starts again from its beginning. */
export function risingProgress(): typeof overallProgress {
  let highest = 0;
  return (step, fraction) => (highest = Math.max(highest, overallProgress(step, fraction)));
}
