import { limitMessage } from '../../core/budget/limits.js';
import { limitFlag, type KeyLimitName, type LimitsOfKey } from './key-limits.js';

/** Thrown for jobs and assets that exceed a limit of their key. */
export class KeyLimitExceeded extends Error {
  override readonly name = 'KeyLimitExceeded';

  /**
   * @param amount what the key would have with the request
   * @param retryAfterSeconds when the same request may be accepted. `never`: it exceeds the limit alone. Null: the
   *   key has to act
   */
  constructor(
    readonly limit: KeyLimitName,
    limits: LimitsOfKey,
    amount: number,
    readonly retryAfterSeconds: number | 'never' | null,
  ) {
    super(messageOf(limit, limits, amount));
  }
}

/** A variable does not raise a limit that the key has itself. */
function messageOf(limit: KeyLimitName, limits: LimitsOfKey, amount: number): string {
  const option = `the limit of this key with \`videocraft keys limit\` and ${limitFlag(limit)}`;
  return limitMessage(limit, limits[limit], amount, limits.own.has(limit) ? option : undefined);
}
