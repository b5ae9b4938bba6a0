/** A piece of work that asks somebody outside. */
export interface RemoteTask<T> {
  /** Whom it asks; each is asked by a few at once. */
  readonly host: string;
  /**
   * @param signal stops it
   * @param settled is called as soon as it is certain that there is something to be had, or that it
   *   takes longer to know
   */
  readonly run: (signal: AbortSignal, settled: () => void) => Promise<T>;
}

export interface ConcurrencyLimits {
  readonly atOnce: number;
  readonly perHost: number;
}

/**
 * Runs tasks side by side, in their order as far as hosts allow. The first failure ends the others,
 * save those before it that still wait to hear whether there is anything at all: when several cannot
 * be had, it is the first in order that is told, whoever answers first.
 *
 * @param onDone is told how many are done
 * @returns results in the order of tasks
 */
export async function runConcurrently<T>(
  tasks: readonly RemoteTask<T>[],
  limits: ConcurrencyLimits,
  signal: AbortSignal,
  onDone: (done: number) => void = () => {},
): Promise<T[]> {
  const run = new Run(tasks, limits, signal, onDone);
  await run.toTheEnd();
  if (run.failure) throw run.failure.error;
  signal.throwIfAborted();
  return run.results;
}

interface Running {
  readonly index: number;
  settled: boolean;
  readonly stop: AbortController;
}

class Run<T> {
  readonly results: T[] = [];
  failure: { readonly index: number; readonly error: unknown } | null = null;
  private readonly waiting: (RemoteTask<T> & { readonly index: number })[];
  private readonly running = new Set<Running>();
  /** How many tasks ask each host at the moment. */
  private readonly asking = new Map<string, number>();
  private done = 0;

  constructor(
    tasks: readonly RemoteTask<T>[],
    private readonly limits: ConcurrencyLimits,
    private readonly signal: AbortSignal,
    private readonly onDone: (done: number) => void,
  ) {
    this.waiting = tasks.map((task, index) => ({ ...task, index }));
  }

  async toTheEnd(): Promise<void> {
    const active = new Set<Promise<void>>();
    for (;;) {
      for (let task = this.next(); task; task = this.next()) {
        const started = this.start(task).finally(() => active.delete(started));
        active.add(started);
      }
      if (active.size === 0) return;
      await Promise.race(active);
    }
  }

  /** The first task that may begin now, which is then taken. */
  private next() {
    if (this.failure || this.signal.aborted || this.running.size >= this.limits.atOnce) return null;
    const isFree = (host: string) => (this.asking.get(host) ?? 0) < this.limits.perHost;
    const at = this.waiting.findIndex(({ host }) => isFree(host));
    return at < 0 ? null : this.waiting.splice(at, 1)[0]!;
  }

  private async start({ host, index, run }: RemoteTask<T> & { index: number }): Promise<void> {
    const own: Running = { index, settled: false, stop: new AbortController() };
    this.running.add(own);
    this.asking.set(host, (this.asking.get(host) ?? 0) + 1);
    const settled = () => {
      own.settled = true;
      this.endOthers();
    };
    try {
      this.results[index] = await run(AbortSignal.any([this.signal, own.stop.signal]), settled);
      this.onDone(++this.done);
    } catch (error) {
      if (own.stop.signal.aborted) return;
      if (!this.failure || index < this.failure.index) this.failure = { index, error };
      this.endOthers();
    } finally {
      this.running.delete(own);
      this.asking.set(host, this.asking.get(host)! - 1);
    }
  }

  private endOthers(): void {
    if (!this.failure) return;
    for (const { index, settled, stop } of this.running) {
      if (settled || index > this.failure.index) stop.abort();
    }
  }
}
