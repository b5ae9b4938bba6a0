import { availableParallelism } from 'node:os';

/**
 * The value of `VIDEOCRAFT_WORKERS_SPREAD_SECONDS` at which workers share a job that one core renders in `seconds`,
 * however many cores this machine has.
 */
export function spreadSeconds(seconds: number): string {
  return (seconds / availableParallelism()).toFixed(3);
}
