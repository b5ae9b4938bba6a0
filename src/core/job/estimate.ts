/** Below this progress or time, an estimate is not meaningful. */
const LEAST_PROGRESS = 5;
const LEAST_SECONDS = 1;

/**
 * Estimates the remaining time of a render in whole seconds from its progress so far, or returns null while
 * that is too little. The estimate is rough: steps differ, and cached segments take no time.
 *
 * @param progress 0 to 100
 * @param elapsedSeconds time since the current attempt began
 */
export function estimateRemainingSeconds(progress: number, elapsedSeconds: number): number | null {
  if (progress < LEAST_PROGRESS || progress >= 100 || elapsedSeconds < LEAST_SECONDS) return null;
  return Math.ceil((elapsedSeconds * (100 - progress)) / progress);
}
