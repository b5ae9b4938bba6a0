import { type CacheUse, sumCacheUses } from '../figures/cache-use.js';
import { keepsTooMuch } from './heap-limit.js';
import { countOomKills, type MemoryDeath, memoryDeathOf, type ProcessEnd } from './memory-death.js';
import type { CurrentAttempt, WorkerFigures, WorkerMessage } from './messages.js';
import type { RenderFigures } from '../figures/render-figures.js';
import type { WorkerState } from './worker-board.js';
import type { WorkerDescription } from './worker-description.js';
import { WorkerProcess, type WorkerProgram } from './worker-process.js';

/** Wait before a process is replaced: doubled with each that ends soon after its start. */
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;
/** A process that ran for so long did not fail at its start. */
const SOON_MS = 30_000;
/** How often the queue message of a running attempt is held. Its heartbeat expires after 10 s. */
const HOLD_MS = 2_000;
/** How often the state of the process is looked at. */
const WATCH_MS = 250;
/** A process reports twice a second. One that is silent for so long computes without a pause. */
const BUSY_MS = 1_000;
/** How often it is asked whether the attempt of a busy process is still wanted. */
const ASK_MS = 500;
/** A process that reports nothing for so long hangs. Every bounded computation ends sooner. */
const SILENCE_MS = 300_000;

/** Time for an idle process to end before it is killed. It may have taken a job meanwhile. */
const RECYCLE_MS = 10_000;

/** What the owner of the worker processes does for them. */
export interface SlotHandlers {
  /** A process died of memory. Resolves when the job is dealt with. */
  diedOfMemory(attempt: CurrentAttempt, death: NonNullable<MemoryDeath>): Promise<void>;
  /** A process died of something else. Resolves when its job is back in the queue. */
  died(attempt: CurrentAttempt): Promise<void>;
  /** False if nobody waits for the attempt any more: its job was cancelled, for example. */
  isWanted(attempt: CurrentAttempt): Promise<boolean>;
  /** A process was killed because nobody wants its attempt. */
  unwanted(attempt: CurrentAttempt): Promise<void>;
  /** A process was killed because it did not stop in time. */
  notHandedBack(attempt: CurrentAttempt): Promise<void>;
  /** Keeps the queue message of an attempt while its process is too busy to do so. */
  hold(attempt: CurrentAttempt): Promise<void>;
  rendered(figures: RenderFigures): void;
  /** A process takes jobs. */
  started(worker: WorkerDescription): void;
  /** @param wasAsked whether the process was asked to end */
  ended(workerId: string, wasAsked: boolean): void;
  warn(message: string, details: object): void;
}

/** One worker process at a time: starts it, watches it, and replaces it when it ends. */
export class WorkerSlot {
  private process: WorkerProcess | null = null;
  private state: WorkerState['state'] = 'starting';
  private id: string | null = null;
  private attempt: CurrentAttempt | null = null;
  private figures: WorkerFigures | null = null;
  private earlierCacheUses: readonly Readonly<CacheUse>[] = [];
  private restarts = 0;
  private problem: string | null = null;
  private lastSign = 0;
  private lastHold = 0;
  private lastAsked = 0;
  /** The attempt for which the process was killed, because nobody wants it; null: it was not. */
  private unwanted: CurrentAttempt | null = null;
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
    this.holding = setInterval(() => this.watch(), WATCH_MS);
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
    const { id, state, attempt, problem, restarts, figures, earlierCacheUses } = this;
    const heapLimitMegabytes = this.program.heapMegabytes;
    const pid = this.process?.pid ?? null;
    return {
      ...{ id, pid, state, attempt, problem, restarts },
      ...{ heapLimitMegabytes, figures, earlierCacheUses },
    };
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
      // It did nothing wrong, so the next one need not wait.
      if (this.unwanted !== null) this.wait = FIRST_WAIT_MS;
      await this.dealWith(end, (await countOomKills()) - oomKills);
      // The first process decides whether the service starts; to others this promise is settled.
      failed(new Error(problem ?? 'A worker process ended while it was starting.'));
      if (!this.stopping) await this.pause(performance.now() - since);
    }
  }

  private receive(message: WorkerMessage): void {
    this.lastSign = performance.now();
    if (message.kind === 'ready') this.admit(message.worker);
    if (message.kind === 'figures') this.measure(message.figures);
    if (message.kind === 'rendered') this.handlers.rendered(message.figures);
    if (message.kind === 'problem') this.problem = message.problem;
    if (message.kind === 'stuck') this.killUnwanted('An attempt that was cancelled does not end');
    if (message.kind !== 'attempt') return;
    this.attempt = message.attempt;
    if (!this.stopping) this.state = message.attempt === null ? 'idle' : 'rendering';
  }

  private admit(worker: WorkerDescription): void {
    this.state = this.stopping ? 'stopping' : 'idle';
    this.id = worker.id;
    this.handlers.started(worker);
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
    const wasKilled = this.unwanted !== null;
    // Before it died, the process may have begun another attempt, which somebody wants.
    const isUnwanted = wasKilled && isSameAttempt(this.unwanted, attempt);
    const isAsked = this.stopping || this.recycling !== null || wasKilled;
    this.unwanted = null;
    this.problem = null;
    if (this.recycling !== null) clearTimeout(this.recycling);
    this.recycling = null;
    this.earlierCacheUses = sumCacheUses([
      ...this.earlierCacheUses,
      ...(this.figures?.cacheUses ?? []),
    ]);
    if (this.id !== null) this.handlers.ended(this.id, isAsked);
    this.process = null;
    this.id = null;
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
    // Without the database, the queue gives the job to another attempt later.
    await this.endAttempt(attempt, { death: wasKilled ? null : death, isUnwanted, isAsked }).catch(
      (error: unknown) => this.handlers.warn('The job of it stays', { err: error }),
    );
  }

  private endAttempt(
    attempt: CurrentAttempt,
    why: { readonly death: MemoryDeath; readonly isUnwanted: boolean; readonly isAsked: boolean },
  ): Promise<void> {
    if (why.isUnwanted) return this.handlers.unwanted(attempt);
    if (why.death) return this.handlers.diedOfMemory(attempt, why.death);
    return why.isAsked ? this.handlers.notHandedBack(attempt) : this.handlers.died(attempt);
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
    const now = performance.now();
    const silence = now - this.lastSign;
    if (silence > SILENCE_MS) {
      this.handlers.warn('A worker process hangs and is ended', { workerPid: this.process.pid });
      this.process.kill();
    } else if (this.attempt !== null && silence > BUSY_MS) {
      void this.watchBusy(this.attempt, now);
    }
  }

  /** Holds the message of a busy process, and ends the process if its job was cancelled meanwhile. */
  private async watchBusy(attempt: CurrentAttempt, now: number): Promise<void> {
    if (now - this.lastHold > HOLD_MS) {
      this.lastHold = now;
      this.handlers.hold(attempt).catch(() => {});
    }
    if (now - this.lastAsked < ASK_MS) return;
    this.lastAsked = now;
    // Without an answer, it stays as it is.
    const isWanted = await this.handlers.isWanted(attempt).catch(() => true);
    if (isWanted || this.attempt !== attempt) return;
    this.killUnwanted('A worker process is too busy to notice that its job was cancelled');
  }

  private killUnwanted(why: string): void {
    if (this.process === null || this.attempt === null || this.stopping) return;
    const { pid } = this.process;
    this.handlers.warn(`${why}: it is replaced`, { workerPid: pid, jobId: this.attempt.jobId });
    this.unwanted = this.attempt;
    this.process.kill();
  }
}

function isSameAttempt(one: CurrentAttempt | null, other: CurrentAttempt | null): boolean {
  if (one === null || other === null) return false;
  return one.jobId === other.jobId && one.attempt === other.attempt && one.chunk === other.chunk;
}
