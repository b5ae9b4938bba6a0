import { existsSync } from 'node:fs';
import { ThreadPool } from '../concurrency/thread-pool.js';
import type { Aligner, AlignedScript, AlignmentRequest } from './aligner.js';

/** Aligns scripts to speech. */
export interface AlignmentEngine {
  align(request: AlignmentRequest, signal: AbortSignal): Promise<AlignedScript>;
  close(): Promise<void>;
}

const WORKER = new URL('./alignment-worker.js', import.meta.url);

/** Uses threads in a build. Tests run the sources, where alignment runs in the current thread. */
export function createAlignmentEngine(maxThreads: number): AlignmentEngine {
  return existsSync(WORKER) ? new AlignmentPool(maxThreads) : new InlineAlignmentEngine();
}

class InlineAlignmentEngine implements AlignmentEngine {
  private aligner: Promise<Aligner> | null = null;

  async align(request: AlignmentRequest, signal: AbortSignal): Promise<AlignedScript> {
    signal.throwIfAborted();
    // On first use, because processes with threads never load the models.
    this.aligner ??= import('./aligner.js').then((module) => new module.Aligner());
    return (await this.aligner).align(request);
  }

  async close(): Promise<void> {}
}

/** How long to keep an idle thread; its models take a third of a second to load. */
const IDLE_MS = 30_000;

/**
 * Aligns in separate threads, because a minute of speech takes a second of CPU time and the process
 * may be serving the API.
 */
class AlignmentPool implements AlignmentEngine {
  private readonly pool: ThreadPool;

  constructor(maxThreads: number) {
    this.pool = new ThreadPool(WORKER, { maxThreads, idleMs: IDLE_MS });
  }

  /** Aborting ends the thread immediately. */
  align(request: AlignmentRequest, signal: AbortSignal): Promise<AlignedScript> {
    return this.pool.run(request, { signal });
  }

  async close(): Promise<void> {
    await this.pool.close();
  }
}
