/** Seconds between the attempts. Together about a day. */
const DELAYS = [5, 60, 300, 1_800, 7_200, 18_000, 28_800, 28_800] as const;
/** Receivers that come back at the same time should not get everything at once. */
const JITTER = 0.1;
/** A receiver may ask for more time, but not for days. */
const LONGEST_REQUESTED_SECONDS = 6 * 3600;

/** The number of attempts, the first included. */
export const MAX_ATTEMPTS = DELAYS.length + 1;

/**
 * The seconds until the next attempt; null: none is left.
 *
 * @param made the number of attempts that were made
 * @param requestedSeconds what the receiver asks for (`Retry-After`), or null
 * @param random from 0 to 1
 */
export function nextDelay(
  made: number,
  requestedSeconds: number | null,
  random = Math.random(),
): number | null {
  const delay = DELAYS[made - 1];
  if (delay === undefined) return null;
  const own = Math.ceil(delay * (1 + JITTER * (2 * random - 1)));
  const requested = Math.min(requestedSeconds ?? 0, LONGEST_REQUESTED_SECONDS);
  return Math.max(own, Math.ceil(requested));
}
