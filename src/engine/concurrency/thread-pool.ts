import type { Piscina } from 'piscina';

/** `signal` ends the thread at once. */
export type TaskOptions = Pick<RunOptions, 'signal' | 'transferList'>;
type RunOptions = NonNullable<Parameters<Piscina['run']>[1]>;

export interface ThreadPoolOptions {
  readonly maxThreads: number;
  /** How long an idle thread, with everything that it has loaded, is kept. */
  readonly idleMs: number;
  /** A thread with a larger heap is ended. Without it, the heap has Node's own limit. */
  readonly heapMegabytes?: number;
}

/** Threads that start when they are needed and end when they are idle. */
export class ThreadPool {
  private pool: Promise<Piscina> | null = null;

  constructor(
    private readonly worker: URL,
    private readonly options: ThreadPoolOptions,
  ) {}

  /** Runs the worker's task in a thread. */
  async run<Result>(task: unknown, options: TaskOptions): Promise<Result> {
    this.pool ??= this.start();
    return (await (await this.pool).run(task, options)) as Result;
  }

  async close(): Promise<void> {
    await (await this.pool)?.destroy();
  }

  /** Loads the library on first use, because most renders from the cache need no thread. */
  private async start(): Promise<Piscina> {
    const { Piscina } = await import('piscina');
    const { maxThreads, idleMs: idleTimeout, heapMegabytes } = this.options;
    const pool = new Piscina({
      filename: this.worker.href,
      minThreads: 0,
      maxThreads,
      idleTimeout,
      ...(heapMegabytes && { resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } }),
    });
    // The task of a failing thread is rejected too.
    pool.on('error', () => {});
    return pool;
  }
}
