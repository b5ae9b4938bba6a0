import { existsSync } from 'node:fs';
import { Semaphore } from '../../engine/concurrency/semaphore.js';
import { ThreadPool } from '../../engine/concurrency/thread-pool.js';
import {
  checkConfig,
  type CheckResult,
  type CheckSettings,
  type ConfigCheck,
} from './config-checks.js';
import type { ConfigToDescribe } from './describe-config.js';
import type { ProjectDescription } from './describe-project.js';
import { isCheapCheck } from './inline-check.js';

const WORKER = new URL('./config-check-worker.js', import.meta.url);

export interface CheckLimits {
  /** Time of one check in its thread. */
  readonly timeoutMs: number;
  /** Heap of a thread. */
  readonly heapMegabytes: number;
  readonly threads: number;
  /** Checks that wait for a thread. One more is refused. */
  readonly waiting: number;
  /** Time that a check waits for a thread. */
  readonly waitMs: number;
}

/** A check that was ended, because it needed more time or memory than one may use. */
export class CheckTooCostly extends Error {
  override readonly name = 'CheckTooCostly';
}

/** A check that was not made, because too many others wait. */
export class CheckerBusy extends Error {
  override readonly name = 'CheckerBusy';
}

/**
 * Checks configs in threads, so that the event loop answers other requests whatever a config unfolds to. A
 * check that takes too long or too much memory is ended with its thread. Tests run the sources, where checks
 * run in the current thread.
 */
export class ConfigChecker {
  private readonly pool: ThreadPool | null;
  private readonly slots: Semaphore;
  /** Checks that run in threads or wait for one. */
  private open = 0;

  /** @param worker the program of a thread; tests pass another one */
  constructor(
    private readonly settings: CheckSettings,
    private readonly limits: CheckLimits,
    worker: URL = WORKER,
  ) {
    const { threads: maxThreads, heapMegabytes } = limits;
    const options = { maxThreads, idleMs: IDLE_MS, heapMegabytes };
    this.pool = existsSync(worker) ? new ThreadPool(worker, options) : null;
    this.slots = new Semaphore(maxThreads);
  }

  /** @throws CheckTooCostly, CheckerBusy */
  async run(check: ConfigCheck): Promise<CheckResult> {
    if (this.pool === null || isCheapCheck(check)) return checkConfig(check, this.settings);
    const { pool } = this;
    return this.inSlot(() => this.runInThread<CheckResult>(pool, check));
  }

  /** Describes a valid config. @throws CheckTooCostly, CheckerBusy */
  async describe(config: Omit<ConfigToDescribe, 'kind'>): Promise<ProjectDescription> {
    const { pool } = this;
    const check = { ...config, kind: 'describe' } as const;
    if (pool !== null) return this.inSlot(() => this.runInThread<ProjectDescription>(pool, check));
    const { describeConfig } = await import('./describe-config.js');
    return describeConfig(check, this.settings);
  }

  async close(): Promise<void> {
    await this.pool?.close();
  }

  /** The time of a check counts from here on, so that nobody pays for the checks before it. */
  private async inSlot<T>(action: () => Promise<T>): Promise<T> {
    const { threads, waiting, waitMs } = this.limits;
    if (this.open >= threads + waiting) throw new CheckerBusy();
    this.open++;
    let started = false;
    const start = () => {
      started = true;
      return action();
    };
    try {
      return await this.slots.run(start, { signal: AbortSignal.timeout(waitMs) });
    } catch (error) {
      throw started ? error : new CheckerBusy();
    } finally {
      this.open--;
    }
  }

  private async runInThread<T>(
    pool: ThreadPool,
    check: ConfigCheck | ConfigToDescribe,
  ): Promise<T> {
    const signal = AbortSignal.timeout(this.limits.timeoutMs);
    try {
      return await pool.run<T>({ check, settings: this.settings }, { signal });
    } catch (error) {
      const { timeoutMs, heapMegabytes } = this.limits;
      if (signal.aborted) {
        throw new CheckTooCostly(`Checking the request takes longer than ${timeoutMs / 1000} s.`);
      }
      if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') {
        throw new CheckTooCostly(
          `Checking the request takes more than ${heapMegabytes} MB of memory.`,
        );
      }
      throw error;
    }
  }
}

/** How long an idle thread is kept. A new one takes a fifth of a second to start. */
const IDLE_MS = 60_000;
