/** How a speed is reached: what the engine speaks with, and what its sound is then played with. */
export interface SplitSpeed {
  readonly spoken: number;
  readonly played: number;
}

/** A difference that nobody hears. */
const NEGLIGIBLE = 0.005;

/**
 * Splits a speed into the part that an engine can speak with, and the rest, with which its sound is played at the same
 * pitch.
 *
 * @param range the speeds of the engine; null if it has only one
 */
export function splitSpeed(
  speed: number,
  range: { readonly min: number; readonly max: number } | null,
): SplitSpeed {
  if (range === null) return { spoken: 1, played: speed };
  const spoken = Math.min(range.max, Math.max(range.min, Math.round(speed * 100) / 100));
  const played = Math.round((speed / spoken) * 1000) / 1000;
  return { spoken, played: Math.abs(played - 1) < NEGLIGIBLE ? 1 : played };
}
