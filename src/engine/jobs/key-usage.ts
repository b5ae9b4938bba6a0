import type { QueryRunner } from 'typeorm';
import { prepared } from '../database/prepared.js';
import { KeyLimitExceeded } from './key-limit-exceeded.js';
import {
  type KeyLimitName,
  type KeyLimits,
  limitsOfKey,
  type LimitsOfKey,
  type OwnLimits,
} from './key-limits.js';
import type { QueuedJob, QueuePlace } from './queue-order.js';
import { QUEUE_ORDER_LOCK, takeTurns, TODAY, type TurnsTaken } from './turns.js';

export type { KeyLimits } from './key-limits.js';

/** What a request adds. */
export interface AddedJobs {
  readonly keyId: string;
  /** The priority of each job. At least one. */
  readonly priorities: readonly number[];
  /** Size of the configs as JSON. */
  readonly configBytes: number;
}

/** The places of jobs in the queue, in their order. */
export interface Admission {
  readonly places: readonly QueuePlace[];
  readonly running: QueuedJob['running'];
}

interface LockedUsage extends OwnLimits {
  /** Bytes of configs of today, with those of the request. */
  readonly bytes: number;
  readonly secondsLeft: number;
}

/** Waiting jobs end in the meantime. */
const WAIT_SECONDS = 60;
const SECONDS_LEFT = `ceil(extract(epoch FROM ${TODAY} + 1 - (now() AT TIME ZONE 'UTC')))::int`;

/**
 * Checks whether a key may store jobs, and gives them their turns, within the transaction that stores them.
 * Other requests of the key wait for its end, so that the limits hold for all of them together.
 *
 * @throws KeyLimitExceeded
 */
export async function admitJobs(
  runner: QueryRunner,
  added: AddedJobs,
  defaults: KeyLimits,
): Promise<Admission> {
  const usage = await lockUsage(runner, added);
  const limits = limitsOfKey(usage, defaults);
  requireAlone(added, limits);
  requireAtMost('dailyConfigBytes', limits, usage.bytes, usage.secondsLeft);
  const turns = new Map<number, TurnsTaken>();
  for (const [priority, jobs] of countEach(added.priorities)) {
    const taken = await takeTurns(runner, { keyId: added.keyId, priority, jobs });
    requireRoom(added.priorities.length, taken, { limits, secondsLeft: usage.secondsLeft });
    turns.set(priority, taken);
  }
  const running =
    limits.runningJobs === 0 ? null : { keyId: added.keyId, most: limits.runningJobs };
  return { places: placesOf(added.priorities, turns), running };
}

async function lockUsage(
  runner: QueryRunner,
  { keyId, configBytes }: AddedJobs,
): Promise<LockedUsage> {
  const [usage] = (await runner.query(
    prepared(`INSERT INTO key_usage AS usage (key_id, day, config_bytes) VALUES ($1, ${TODAY}, $2)
     ON CONFLICT (key_id) DO UPDATE SET day = excluded.day, config_bytes = excluded.config_bytes +
       CASE WHEN usage.day = excluded.day THEN usage.config_bytes ELSE 0 END
     RETURNING config_bytes::float8 AS bytes, ${SECONDS_LEFT} AS "secondsLeft",
       (SELECT limits FROM api_keys WHERE id = $1) AS limits,
       (SELECT 'admin' = ANY(scopes) FROM api_keys WHERE id = $1) AS admin,
       pg_advisory_xact_lock_shared(${QUEUE_ORDER_LOCK})`),
    [keyId, configBytes],
  )) as [LockedUsage];
  return usage;
}

/** Limits that no waiting helps with. */
function requireAlone({ priorities, configBytes }: AddedJobs, limits: LimitsOfKey): void {
  requireAtMost('priority', limits, Math.max(...priorities), 'never');
  requireAtMost('waitingJobs', limits, priorities.length, 'never');
  requireAtMost('dailyConfigBytes', limits, configBytes, 'never');
}

function requireRoom(
  jobs: number,
  { pending, keptBytes, daySeconds }: TurnsTaken,
  { limits, secondsLeft }: { readonly limits: LimitsOfKey; readonly secondsLeft: number },
): void {
  requireAtMost('waitingJobs', limits, jobs + pending, WAIT_SECONDS);
  if (limits.dailyVideoSeconds > 0 && daySeconds >= limits.dailyVideoSeconds) {
    throw new KeyLimitExceeded('dailyVideoSeconds', limits, daySeconds, secondsLeft);
  }
  if (limits.keptBytes > 0 && keptBytes >= limits.keptBytes) {
    throw new KeyLimitExceeded('keptBytes', limits, keptBytes, null);
  }
}

function requireAtMost(
  limit: KeyLimitName,
  limits: LimitsOfKey,
  amount: number,
  retryAfterSeconds: number | 'never',
): void {
  if (amount > limits[limit]) {
    throw new KeyLimitExceeded(limit, limits, amount, retryAfterSeconds);
  }
}

function countEach(priorities: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const priority of priorities) counts.set(priority, (counts.get(priority) ?? 0) + 1);
  return counts;
}

/** The turns of each priority, in the order of the jobs. */
function placesOf(
  priorities: readonly number[],
  turns: ReadonlyMap<number, TurnsTaken>,
): QueuePlace[] {
  const next = new Map([...turns].map(([priority, { first }]) => [priority, first]));
  return priorities.map((priority) => {
    const turn = next.get(priority)!;
    next.set(priority, turn + 1);
    return { priority, turn, base: turns.get(priority)!.base };
  });
}
