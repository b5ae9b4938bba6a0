import { Injectable } from '@nestjs/common';
import { JobFailure } from '../core/job/job-failure.js';
import { AttemptQueries } from '../engine/jobs/attempt-queries.js';
import { MAX_ATTEMPTS, type Release } from '../engine/jobs/attempt.js';
import { AttemptStore } from '../engine/jobs/attempt-store.js';
import { type HeldMessage, RenderQueue } from '../engine/jobs/render-queue.js';
import type { CurrentAttempt } from '../engine/workers/messages.js';
import type { MemoryDeath } from '../engine/workers/memory-death.js';
import { AttemptFolders } from './attempt-folders.js';

/** Ends or hands back the jobs of worker processes that cannot do so themselves. */
@Injectable()
export class LostAttempts {
  constructor(
    private readonly jobs: AttemptStore,
    private readonly attempts: AttemptQueries,
    private readonly queue: RenderQueue,
    private readonly folders: AttemptFolders,
  ) {}

  /**
   * Fails a job whose worker died of memory. Another attempt would fill the heap in the same way. If the machine
   * was out of memory, another job may be the cause, so the job gets its other attempts.
   */
  async diedOfMemory(
    attempt: CurrentAttempt,
    death: NonNullable<MemoryDeath>,
    heapMegabytes: number,
  ): Promise<void> {
    const { jobId } = attempt;
    if (death === 'machine' && (await this.attempts.lostAttempts(jobId)) < MAX_ATTEMPTS - 1) {
      return this.release(attempt, 'worker_lost');
    }
    const failure = new JobFailure('MEDIA_LIMIT_EXCEEDED', memoryMessage(death, heapMegabytes));
    if (await this.jobs.fail(attempt, failure, null)) await this.folders.removeLeft(jobId);
    await this.queue.messages.settle(attempt.message);
  }

  /**
   * Gives back the job of a worker that died, or that had to be killed at the end of the service. If it helped
   * another worker, that one learns that its chunk is lost.
   */
  async release(attempt: CurrentAttempt, reason: Release['reason']): Promise<void> {
    if (isHelp(attempt)) return this.queue.chunks.lose(attempt.message, reason);
    await this.jobs.release(attempt, attempt.message, { reason });
    await this.folders.removeAttempt(attempt);
  }

  /** False if the job was cancelled or deleted, or is that of another attempt. */
  async isWanted(attempt: CurrentAttempt): Promise<boolean> {
    const state = await this.attempts.stateOf(attempt);
    return state === 'held' || state === 'completed';
  }

  /** Ends the message of an attempt that nobody wants, and whose worker had to be killed. */
  async forget(attempt: CurrentAttempt): Promise<void> {
    // The worker that is helped removes its files itself.
    if (!isHelp(attempt)) await this.folders.removeAttempt(attempt);
    await this.queue.messages.settle(attempt.message);
  }

  /** Keeps the message of a worker that is busy. */
  hold(message: HeldMessage): Promise<void> {
    return this.queue.messages.hold(message);
  }
}

/** Whether another worker has the job, and this one has a chunk of it. */
function isHelp({ chunk }: CurrentAttempt): boolean {
  return chunk !== undefined;
}

function memoryMessage(death: NonNullable<MemoryDeath>, heapMegabytes: number): string {
  const reason =
    death === 'heap'
      ? `The video needs more than the ${heapMegabytes} MB of memory that a worker may use. ` +
        'The operator can raise VIDEOCRAFT_WORKERS_MAX_HEAP_MEGABYTES.'
      : 'The machine ran out of memory during the render.';
  return `${reason} Use fewer or shorter texts and captions, or make several shorter videos.`;
}
