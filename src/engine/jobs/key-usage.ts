import type { QueryRunner } from 'typeorm';
import type { Limits } from '../../core/budget/limits.js';

/** Limits on what one API key may store. */
export type KeyLimits = Pick<Limits, 'waitingJobs' | 'storedBytes'>;

/** What a request adds. */
export interface AddedJobs {
  readonly keyId: string;
  readonly jobs: number;
  /** Size of the configs as JSON. */
  readonly configBytes: number;
}

/** Waiting jobs end in the meantime. */
const WAIT_SECONDS = 60;
const TODAY = `(now() AT TIME ZONE 'UTC')::date`;
const SECONDS_LEFT = `ceil(extract(epoch FROM ${TODAY} + 1 - (now() AT TIME ZONE 'UTC')))::int`;

/** Thrown for jobs that exceed a limit of their key. */
export class KeyLimitExceeded extends Error {
  override readonly name = 'KeyLimitExceeded';

  constructor(
    readonly limit: keyof KeyLimits,
    readonly most: number,
    /** What the key would have with the request. */
    readonly amount: number,
    /** When the same request may be accepted. Null: never, because it exceeds the limit alone. */
    readonly retryAfterSeconds: number | null,
  ) {
    super(`A key exceeds the limit ${limit}.`);
  }
}

/**
 * Checks whether a key may store jobs, before they are stored. Requests at the same time may exceed the
 * number of waiting jobs together; the bytes are checked again by {@link addUsage}.
 *
 * @throws KeyLimitExceeded
 */
export async function checkUsage(
  runner: QueryRunner,
  added: AddedJobs,
  limits: KeyLimits,
): Promise<void> {
  requireWithin('waitingJobs', limits, [added.jobs, 0], null);
  requireWithin('storedBytes', limits, [added.configBytes, 0], null);
  const [usage] = (await runner.query(
    `SELECT ${SECONDS_LEFT} AS "secondsLeft",
       (SELECT count(*)::int FROM
         (SELECT 1 FROM jobs WHERE key_id = $1 AND status = 'pending' LIMIT $2) AS those) AS waiting,
       COALESCE((SELECT config_bytes FROM key_usage WHERE key_id = $1 AND day = ${TODAY}), 0)::float8
         AS bytes`,
    [added.keyId, limits.waitingJobs],
  )) as { waiting: number; bytes: number; secondsLeft: number }[];
  if (!usage) return;
  requireWithin('waitingJobs', limits, [added.jobs, usage.waiting], WAIT_SECONDS);
  requireWithin('storedBytes', limits, [added.configBytes, usage.bytes], usage.secondsLeft);
}

/**
 * Counts stored jobs, as the last statement of their transaction: others of the key wait for its end.
 *
 * @throws KeyLimitExceeded if another request was faster
 */
export async function addUsage(
  runner: QueryRunner,
  { keyId, configBytes }: AddedJobs,
  limits: KeyLimits,
): Promise<void> {
  const [usage] = (await runner.query(
    `INSERT INTO key_usage AS usage (key_id, day, config_bytes) VALUES ($1, ${TODAY}, $2)
     ON CONFLICT (key_id) DO UPDATE SET day = excluded.day, config_bytes = excluded.config_bytes +
       CASE WHEN usage.day = excluded.day THEN usage.config_bytes ELSE 0 END
     RETURNING config_bytes::float8 AS bytes, ${SECONDS_LEFT} AS "secondsLeft"`,
    [keyId, configBytes],
  )) as { bytes: number; secondsLeft: number }[];
  if (usage) requireWithin('storedBytes', limits, [0, usage.bytes], usage.secondsLeft);
}

function requireWithin(
  limit: keyof KeyLimits,
  limits: KeyLimits,
  [added, present]: readonly [number, number],
  retryAfterSeconds: number | null,
): void {
  const most = limits[limit];
  const amount = added + present;
  if (amount > most) throw new KeyLimitExceeded(limit, most, amount, retryAfterSeconds);
}
