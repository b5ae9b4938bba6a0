import { existsSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { MessageChannel } from 'node:worker_threads';
import { ThreadPool } from '../concurrency/thread-pool.js';
import { type PreparedStream, SLOTS, ViewSampler } from './view-sampler.js';
import type { FrameRequest, FrameLocation, ViewTask } from './view-worker.js';

/** Makes the frames of streams and writes them out. */
export interface ViewEngine {
  /**
   * Writes the frames of each stream to its own sink, as fast as they are taken, and ends it. Frames of
   * all streams are made side by side: who reads them may want any of them next.
   */
  write(
    streams: readonly PreparedStream[],
    sinks: readonly Writable[],
    signal: AbortSignal,
  ): Promise<void>;
  close(): Promise<void>;
}

/** Injection token of the view engine. */
export const VIEW_ENGINE = Symbol('VIEW_ENGINE');

const WORKER = new URL('./view-worker.js', import.meta.url);

/** Threads where the program was built; else, where tests run its sources, the same in this thread. */
export function createViewEngine(maxThreads: number): ViewEngine {
  return existsSync(WORKER) ? new ViewPool(maxThreads) : new InlineViewEngine();
}

type RenderFrame = (index: number, n: number) => Promise<Buffer>;

class InlineViewEngine implements ViewEngine {
  async write(streams: readonly PreparedStream[], sinks: readonly Writable[], signal: AbortSignal) {
    const sampler = new ViewSampler();
    sampler.load(streams);
    const make: RenderFrame = async (index, n) => {
      signal.throwIfAborted();
      const { offset, bytes } = sampler.frame(index, n);
      return Buffer.from(sampler.buffer as ArrayBuffer, offset, bytes);
    };
    await writeAll(streams, sinks, make);
  }

  async close(): Promise<void> {}
}

/** A thread that has nothing to do keeps its memory for so long. */
const IDLE_MS = 10_000;

/** A thread for each segment with moving views: sampling takes a third of what encoding does. */
class ViewPool implements ViewEngine {
  private readonly pool: ThreadPool;

  constructor(maxThreads: number) {
    this.pool = new ThreadPool(WORKER, { maxThreads, idleMs: IDLE_MS });
  }

  /** Aborting ends the thread at once. */
  async write(streams: readonly PreparedStream[], sinks: readonly Writable[], signal: AbortSignal) {
    const { port1: orders, port2: port } = new MessageChannel();
    const waiting: ((frame: Buffer) => void)[] = [];
    orders.on('message', ({ buffer, offset, bytes }: FrameLocation) => {
      waiting.shift()?.(Buffer.from(buffer as ArrayBuffer, offset, bytes));
    });
    const order = (wanted: FrameRequest) => orders.postMessage(wanted);
    const make: RenderFrame = (index, n) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        order({ index, n });
      });
    const task: ViewTask = { streams, port };
    const thread = this.pool.run<void>(task, { signal, transferList: [port] });
    try {
      // The thread ends early only by failing or by being stopped.
      await Promise.race([writeAll(streams, sinks, make), thread]);
      order(null);
      await thread;
    } catch (error) {
      order(null);
      await thread.catch(() => {});
      throw error;
    } finally {
      orders.close();
    }
  }

  async close(): Promise<void> {
    await this.pool.close();
  }
}

async function writeAll(
  streams: readonly PreparedStream[],
  sinks: readonly Writable[],
  make: RenderFrame,
): Promise<void> {
  await Promise.all(
    streams.map(async ({ stream: { count } }, index) => {
      const sink = sinks[index]!;
      // Frames are made ahead into the slots that are free.
      const ahead: Promise<Buffer>[] = [];
      const makeNext = (n: number) => {
        if (n >= count) return;
        const frame = make(index, n);
        // Whoever waits for it hears of a failure; nobody may, when an earlier one has failed.
        frame.catch(() => {});
        ahead.push(frame);
      };
      for (let n = 0; n < SLOTS; n++) makeNext(n);
      for (let n = 0; n < count; n++) {
        await writeTo(sink, await ahead.shift()!);
        makeNext(n + SLOTS);
      }
      sink.end();
    }),
  );
}

/** Resolves when the bytes are gone, so that their memory may be used again. */
function writeTo(sink: Writable, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    sink.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
