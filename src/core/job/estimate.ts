/** Below this much progress, or time, a rate says nothing yet. */
const LEAST_PROGRESS = 5;
const LEAST_SECONDS = 1;

/**
 * Whole seconds that a render still takes if it goes on as it went so far, or null while nothing can
 * be said. It is no more than that: steps differ, and cached segments take no time.
 *
 * @param progress 0 to 100
 * @param elapsedSeconds since the present attempt began
 */
export function estimateRemainingSeconds(progress: number, elapsedSeconds: number): number | null {
  if (progress < LEAST_PROGRESS || progress >= 100 || elapsedSeconds < LEAST_SECONDS) return null;
  return Math.ceil((elapsedSeconds * (100 - progress)) / progress);
}
