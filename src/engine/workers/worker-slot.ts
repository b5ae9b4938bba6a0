import { type CacheUse, sumCacheUses } from '../figures/cache-use.js';
import { keepsTooMuch } from './heap-limit.js';
import { countOomKills, type MemoryDeath, memoryDeathOf, type ProcessEnd } from './memory-death.js';
import type { CurrentAttempt, WorkerFigures, WorkerMessage } from './messages.js';
import type { RenderFigures } from '../figures/render-figures.js';
import type { WorkerState } from './worker-board.js';
import { WorkerProcess, type WorkerProgram } from './worker-process.js';

/** Wait before a process is replaced: doubled with each that ends soon after its start. */
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;
/** A process that ran for so long did not fail at its start. */
const SOON_MS = 30_000;
/** How often the queue message of a running attempt is held. Its heartbeat expires after 10 s. */
const HOLD_MS = 2_000;
/** A process that reports nothing for so long hangs. Every bounded computation ends sooner. */
const SILENCE_MS = 300_000;

/** Time for an idle process to end before it is killed. It may have taken a job meanwhile. */
const RECYCLE_MS = 10_000;

/** What the owner of the worker processes does for them. */
export interface SlotHandlers {
  /** A process died of memory. Resolves when the job is dealt with. */
  diedOfMemory(attempt: CurrentAttempt, death: NonNullable<MemoryDeath>): Promise<void>;
  /** A process was killed because it did not stop in time. */
  notHandedBack(attempt: CurrentAttempt): Promise<void>;
  /** Keeps the queue message of an attempt while its process is too busy to do so. */
  hold(attempt: CurrentAttempt): Promise<void>;
  rendered(figures: RenderFigures): void;
  warn(message: string, details: object): void;
}

/** One worker process at a time: starts it, watches it, and replaces it when it ends. */
export class WorkerSlot {
  private process: WorkerProcess | null = null;
  private state: WorkerState['state'] = 'starting';
  private attempt: CurrentAttempt | null = null;
  private figures: WorkerFigures | null = null;
  private earlierCacheUses: readonly Readonly<CacheUse>[] = [];
  private restarts = 0;
  private lastSign = 0;
  private wait = FIRST_WAIT_MS;
  private stopping = false;
  /** Kills the process that is asked to end because it keeps too much memory; null: none is. */
  private recycling: NodeJS.Timeout | null = null;
  private wake = () => {};
  private readonly holding: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly program: WorkerProgram,
    private readonly handlers: SlotHandlers,
  ) {
    this.holding = setInterval(() => this.watch(), HOLD_MS);
    this.holding.unref();
  }

  /** Resolves when the first process is ready. @throws Error with its reason if it cannot start */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.running = this.keepRunning(resolve, reject);
    });
  }

  /** Stops the process, which gives its job back. After `graceMs` it is killed. */
  async stop(graceMs: number): Promise<void> {
    this.stopping = true;
    this.wake();
    if (this.process !== null) this.state = 'stopping';
    this.process?.stop();
    const timer = setTimeout(() => this.process?.kill(), graceMs);
    await this.running;
    clearTimeout(timer);
    clearInterval(this.holding);
  }

  describe(): WorkerState {
    const { state, attempt, restarts, figures, earlierCacheUses } = this;
    const heapLimitMegabytes = this.program.heapMegabytes;
    const pid = this.process?.pid ?? null;
    return { pid, state, attempt, restarts, heapLimitMegabytes, figures, earlierCacheUses };
  }

  private async keepRunning(ready: () => void, failed: (error: Error) => void): Promise<void> {
    let problem: string | null = null;
    while (!this.stopping) {
      const since = performance.now();
      const oomKills = await countOomKills();
      this.process = await WorkerProcess.start(this.program, (message) => {
        if (message.kind === 'ready') ready();
        if (message.kind === 'failed') problem = message.message;
        this.receive(message);
      });
      this.lastSign = performance.now();
      if (this.stopping) this.process.stop();
      const end = await this.process.ended;
      await this.dealWith(end, (await countOomKills()) - oomKills);
      // The first process decides whether the service starts; to others this promise is settled.
      failed(new Error(problem ?? 'A worker process ended while it was starting.'));
      if (!this.stopping) await this.pause(performance.now() - since);
    }
  }

  private receive(message: WorkerMessage): void {
    this.lastSign = performance.now();
    if (message.kind === 'ready') this.state = this.stopping ? 'stopping' : 'idle';
    if (message.kind === 'figures') this.measure(message.figures);
    if (message.kind === 'rendered') this.handlers.rendered(message.figures);
    if (message.kind !== 'attempt') return;
    this.attempt = message.attempt;
    if (!this.stopping) this.state = message.attempt === null ? 'idle' : 'rendering';
  }

  /** Replaces an idle process that keeps too much memory. */
  private measure(figures: WorkerFigures): void {
    this.figures = figures;
    const { process: large, program } = this;
    const { residentBytes } = figures;
    const isFree = this.state === 'idle' && this.recycling === null;
    if (large === null || !isFree || !keepsTooMuch(residentBytes, program.heapMegabytes)) return;
    const details = { workerPid: large.pid, residentBytes };
    this.handlers.warn('A worker process keeps too much memory and is replaced', details);
    this.recycling = setTimeout(() => large.kill(), RECYCLE_MS);
    large.stop();
  }

  private async dealWith(end: ProcessEnd, oomKills: number): Promise<void> {
    const { attempt, process: ended } = this;
    const death = memoryDeathOf(end, oomKills);
    const isAsked = this.stopping || this.recycling !== null;
    if (this.recycling !== null) clearTimeout(this.recycling);
    this.recycling = null;
    this.earlierCacheUses = sumCacheUses([
      ...this.earlierCacheUses,
      ...(this.figures?.cacheUses ?? []),
    ]);
    this.process = null;
    this.attempt = null;
    this.figures = null;
    this.state = this.stopping ? 'ended' : 'starting';
    if (!isAsked) {
      const { code, signal } = end;
      const job = { jobId: attempt?.jobId, attempt: attempt?.attempt };
      const details = { workerPid: ended?.pid, code, signal, ranOutOf: death, ...job };
      this.handlers.warn('A worker process ended and is replaced', details);
    }
    if (attempt === null) return;
    const deal = death
      ? this.handlers.diedOfMemory(attempt, death)
      : isAsked
        ? this.handlers.notHandedBack(attempt)
        : Promise.resolve();
    // Without the database, the queue gives the job to another attempt later.
    await deal.catch((error: unknown) => this.handlers.warn('The job of it stays', { err: error }));
  }

  /** Waits before the next process. */
  private async pause(livedMs: number): Promise<void> {
    this.restarts++;
    if (livedMs > SOON_MS) this.wait = FIRST_WAIT_MS;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.wait);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wait = Math.min(LONGEST_WAIT_MS, this.wait * 2);
  }

  private watch(): void {
    if (this.process === null) return;
    const silence = performance.now() - this.lastSign;
    if (silence > SILENCE_MS) {
      this.handlers.warn('A worker process hangs and is ended', { workerPid: this.process.pid });
      this.process.kill();
    } else if (this.attempt !== null && silence > HOLD_MS) {
      this.handlers.hold(this.attempt).catch(() => {});
    }
  }
}
