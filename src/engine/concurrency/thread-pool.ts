import type { Piscina } from 'piscina';

/** `signal` ends the thread at once. */
export type TaskOptions = Pick<RunOptions, 'signal' | 'transferList'>;
type RunOptions = NonNullable<Parameters<Piscina['run']>[1]>;

/** Threads that are started as they are needed and end when they have nothing to do. */
export class ThreadPool {
  private pool: Promise<Piscina> | null = null;

  /** @param idleMs how long a thread is kept that has nothing to do, with what it has loaded */
  constructor(
    private readonly worker: URL,
    private readonly options: { readonly maxThreads: number; readonly idleMs: number },
  ) {}

  /** Runs the worker's task in a thread. */
  async run<Result>(task: unknown, options: TaskOptions): Promise<Result> {
    this.pool ??= this.start();
    return (await (await this.pool).run(task, options)) as Result;
  }

  async close(): Promise<void> {
    await (await this.pool)?.destroy();
  }

  /** Loaded only now: most renders from the cache need no thread. */
  private async start(): Promise<Piscina> {
    const { Piscina } = await import('piscina');
    const { maxThreads, idleMs: idleTimeout } = this.options;
    const filename = this.worker.href;
    const pool = new Piscina({ filename, minThreads: 0, maxThreads, idleTimeout });
    // The task of a thread that fails is told so too.
    pool.on('error', () => {});
    return pool;
  }
}
