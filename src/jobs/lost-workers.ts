import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { AttemptQueries } from '../engine/jobs/attempt-queries.js';
import type { Attempt } from '../engine/jobs/attempt.js';
import { AttemptStore, type WaitingJob } from '../engine/jobs/attempt-store.js';
import { RenderQueue } from '../engine/jobs/render-queue.js';
import { AttemptFolders } from './attempt-folders.js';

const LOOK_MS = 400;
/** How long a lock is missed before its worker counts as dead. A worker that lost its connection is back earlier. */
const PATIENCE_MS = 900;
/** How often the files of attempts are looked through. */
const SWEEP_MS = 60_000;

/**
 * Returns the jobs of dead workers to the queue, whichever process supervised them, and removes what they left in
 * the data folder.
 */
@Injectable()
export class LostWorkers implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(LostWorkers.name);
  private timers: readonly NodeJS.Timeout[] = [];
  /** When the lock of an attempt was first missed. */
  private missed = new Map<string, number>();
  private looking = false;
  /** The waiting job up to which the last sweep looked for forgotten ones. */
  private lookedUpTo: WaitingJob | null = null;

  constructor(
    private readonly jobs: AttemptStore,
    private readonly attempts: AttemptQueries,
    private readonly queue: RenderQueue,
    private readonly folders: AttemptFolders,
  ) {}

  onApplicationBootstrap(): void {
    this.timers = [
      setInterval(() => void this.look(), LOOK_MS),
      setInterval(() => void this.sweep(), SWEEP_MS),
    ];
    for (const timer of this.timers) timer.unref();
    void this.sweep();
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  /** Looks once for attempts whose worker is dead. */
  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      const now = performance.now();
      const missing = await this.attempts.abandoned();
      const before = this.missed;
      this.missed = new Map(missing.map((one) => [keyOf(one), before.get(keyOf(one)) ?? now]));
      for (const attempt of missing) {
        if (now - this.missed.get(keyOf(attempt))! >= PATIENCE_MS) await this.release(attempt);
      }
    } catch {
      // The database is away, and so are all locks. Others log it.
      this.missed.clear();
    } finally {
      this.looking = false;
    }
  }

  private async release({ jobId, attempt, workerId }: Attempt & { workerId: string }) {
    const message = await this.queue.messages.deliveryOf(jobId);
    const lost = { jobId, attempt };
    if (!(await this.jobs.release(lost, message, { reason: 'worker_lost' }))) return;
    this.logger.warn({ ...lost, workerId, msg: 'A worker died, and its job is back in the queue' });
    await this.folders.removeAttempt(lost);
  }

  /** Returns forgotten jobs to the queue, and removes the files of attempts that no worker holds. */
  private async sweep(): Promise<void> {
    try {
      const { revived, next } = await this.jobs.reviveForgotten(this.lookedUpTo);
      this.lookedUpTo = next;
      for (const jobId of revived) {
        this.logger.warn({ jobId, msg: 'A job without a message is back in the queue' });
      }
      for (const attempt of await this.folders.attemptsWithFiles()) {
        if (!(await this.attempts.isHeld(attempt))) await this.folders.removeAttempt(attempt);
      }
    } catch (error) {
      this.logger.debug({ err: error as Error, msg: 'Folders of attempts are looked at later' });
    }
  }
}

function keyOf({ jobId, attempt }: Attempt): string {
  return `${jobId}-${attempt}`;
}
