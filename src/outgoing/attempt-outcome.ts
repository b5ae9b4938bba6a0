import type { AttemptOutcome } from '../engine/outgoing/outgoing-store.js';
import type { Outgoing } from '../engine/outgoing/outgoing.js';
import { nextDelay } from '../engine/outgoing/retry-schedule.js';

/** Why an attempt failed, as far as it decides on the next one. */
export interface AttemptFailure {
  /** True if another attempt would fail in the same way. */
  readonly isPermanent: boolean;
  /** What the other side asks for (`Retry-After`), or null. */
  readonly retryAfterSeconds: number | null;
}

/**
 * What follows from an attempt, for webhooks and deliveries alike.
 *
 * @param failure null: it succeeded
 */
export function outcomeOf(
  { attempts, retryFrom }: Pick<Outgoing, 'attempts' | 'retryFrom'>,
  failure: AttemptFailure | null,
): Pick<AttemptOutcome, 'state' | 'delaySeconds'> {
  if (failure === null) return { state: 'delivered', delaySeconds: 0 };
  const made = attempts + 1 - retryFrom;
  const delay = failure.isPermanent ? null : nextDelay(made, failure.retryAfterSeconds);
  if (delay === null) return { state: 'failed', delaySeconds: 0 };
  return { state: 'pending', delaySeconds: delay };
}
