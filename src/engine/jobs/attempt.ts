import type { Step } from '../../core/job/steps.js';
import type { JobStep } from './job-result.js';

/** The number of attempts in which the worker may die, or the machine may fail. */
export const MAX_ATTEMPTS = 3;

/** Why an attempt ends without a result. */
export interface Release {
  /**
   * `stopped`: its worker stops. `worker_lost`: its worker died. `message_lost`: the queue took its message away.
   * `machine_failed`: its machine could not render.
   */
  readonly reason: 'stopped' | 'worker_lost' | 'message_lost' | 'machine_failed';
  /** How long no worker takes the job. */
  readonly delaySeconds?: number;
}

/** An attempt of a worker at a job. It may write to the job until another attempt begins. */
export interface Attempt {
  readonly jobId: string;
  readonly attempt: number;
}

/** A job that a worker holds. */
export interface Claim extends Attempt {
  /** The key that the job belongs to. */
  readonly keyId: string;
  readonly config: unknown;
  /** The number of attempts before in which a machine failed. */
  readonly failedAttempts: number;
}

/** The progress of a running job. */
export interface JobProgress {
  /** 0 to 100. */
  readonly progress: number;
  readonly step: Step;
  readonly steps: readonly JobStep[];
}
