/** A task that sends requests to another host. */
export interface RemoteTask<T> {
  /** The host. The number of tasks for each host is limited. */
  readonly host: string;
  /**
   * @param signal stops the task
   * @param settled called as soon as the source is known to exist, or when finding out takes longer
   */
  readonly run: (signal: AbortSignal, settled: () => void) => Promise<T>;
}

export interface ConcurrencyLimits {
  readonly atOnce: number;
  readonly perHost: number;
}

/**
 * Runs tasks concurrently, in order as far as the limit per host allows. The first failure stops the other
 * tasks, except earlier ones that do not know yet whether their source exists. So if several sources are
 * missing, the error names the first in order, whichever host answers first.
 *
 * @param onDone called with the number of finished tasks
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
