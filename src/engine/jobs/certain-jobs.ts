import { Injectable, Logger } from '@nestjs/common';
import type { JobFailure } from '../../core/job/job-failure.js';
import { AttemptQueries } from './attempt-queries.js';
import type { JobStep, VideoResult } from './job-result.js';
import type { Attempt, Claim, Release } from './attempt.js';
import { AttemptStore } from './attempt-store.js';
import type { HeldMessage } from './render-queue.js';
import { untilKnown } from './until-known.js';

/** Who claims a job. */
export interface Worker {
  readonly id: string;
  /** Whether it holds the lock of its ID. */
  readonly isLocked: boolean;
}

/** What a finished render stores. */
export interface Completion {
  readonly result: VideoResult;
  readonly steps: readonly JobStep[];
  readonly warnings: readonly string[];
}

/**
 * The changes of an attempt, each of which returns only when its outcome is known: if the connection is lost, it asks
 * the row until the database answers.
 */
@Injectable()
export class CertainJobs {
  private readonly logger = new Logger(CertainJobs.name);

  constructor(
    private readonly jobs: AttemptStore,
    private readonly attempts: AttemptQueries,
  ) {}

  /** @param known attempts of the job that run in this process */
  claim(jobId: string, worker: Worker, known: readonly number[]): Promise<Claim | null> {
    return untilKnown<Claim | null>({
      change: () => this.jobs.claim(jobId, worker.id, worker.isLocked),
      ask: async () =>
        (await this.attempts.findClaim(jobId, worker.id, known)) ??
        ((await this.attempts.isOpen(jobId)) ? undefined : null),
      onDoubt: this.warn('claimed', { jobId }),
    });
  }

  /** @returns false when the attempt no longer holds the job */
  complete(attempt: Attempt, { result, steps, warnings }: Completion): Promise<boolean> {
    return untilKnown({
      change: () => this.jobs.complete(attempt, result, steps, warnings),
      ask: () => this.ended(attempt, 'completed'),
      onDoubt: this.warn('completed', attempt),
    });
  }

  /** @returns false when the attempt no longer holds the job */
  fail(attempt: Attempt, failure: JobFailure, steps: readonly JobStep[] | null): Promise<boolean> {
    return untilKnown({
      change: () => this.jobs.fail(attempt, failure, steps),
      ask: () => this.ended(attempt, 'failed'),
      onDoubt: this.warn('failed', attempt),
    });
  }

  /** @returns whether the job is back in the queue */
  release(attempt: Attempt, message: HeldMessage | null, why: Release): Promise<boolean> {
    return untilKnown({
      change: () => this.jobs.release(attempt, message, why),
      ask: async () =>
        (await this.attempts.isHeld(attempt)) ? undefined : this.attempts.isOpen(attempt.jobId),
      onDoubt: this.warn('handed back', attempt),
    });
  }

  /** Undefined: the attempt still holds the job. */
  private async ended(attempt: Attempt, as: 'completed' | 'failed'): Promise<boolean | undefined> {
    const state = await this.attempts.stateOf(attempt);
    return state === 'held' ? undefined : state === as;
  }

  private warn(what: string, { jobId, attempt }: { jobId: string; attempt?: number }) {
    // The error itself contains the parameters of the statement.
    return (error: unknown) =>
      this.logger.warn({
        ...{ jobId, attempt, reason: (error as Error).message },
        msg: `Not known yet whether the job was ${what}`,
      });
  }
}
