import { existsSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { MessageChannel } from 'node:worker_threads';
import { ThreadPool } from '../concurrency/thread-pool.js';
import { isClosedPipe } from '../ffmpeg/run-process.js';
import { type PreparedStream, SLOTS, ViewSampler } from './view-sampler.js';
import type { PictureSource } from './picture-source.js';
import type { FrameRequest, FrameLocation, SamplerInputs, ViewTask } from './view-worker.js';

/** Renders the frames of streams, and writes them. */
export interface ViewEngine {
  /**
   * Writes the frames of each stream to its sink, as fast as the sink accepts them, and ends the sink. All
   * streams progress together, because the reader may need any of them next.
   *
   * @param sources of the pictures of each stream, null for one that moves a single picture
   */
  write(
    streams: readonly PreparedStream[],
    sinks: readonly Sink[],
    signal: AbortSignal,
    sources?: PictureSources,
  ): Promise<void>;
  close(): Promise<void>;
}

/** Where the frames of a stream go, perhaps only when the process that reads them has started. */
export type Sink = Writable | Promise<Writable>;

export type PictureSources = readonly (PictureSource | null)[];

/** Injection token of the view engine. */
export const VIEW_ENGINE = Symbol('VIEW_ENGINE');

const WORKER = new URL('./view-worker.js', import.meta.url);

/**
 * Creates an engine with threads, or, where tests run the sources without a build, one that uses the current
 * thread.
 */
export function createViewEngine(maxThreads: number): ViewEngine {
  return existsSync(WORKER) ? new ViewPool(maxThreads) : new InlineViewEngine();
}

type RenderFrame = (index: number, n: number) => Promise<Buffer>;

/** Where the sampler of a task reads pictures, and the task. */
interface Sampling extends SamplerInputs {
  readonly render: RenderFrame;
}

class InlineViewEngine implements ViewEngine {
  async write(
    streams: readonly PreparedStream[],
    sinks: readonly Sink[],
    signal: AbortSignal,
    sources: PictureSources = [],
  ) {
    const sampler = new ViewSampler();
    sampler.load(streams);
    const render: RenderFrame = async (index, n) => {
      signal.throwIfAborted();
      const { offset, bytes } = sampler.frame(index, n);
      return Buffer.from(sampler.buffer as ArrayBuffer, offset, bytes);
    };
    const { buffer, inputs } = sampler;
    await writeAll(streams, sinks, withPictures({ buffer, inputs, render }, sources));
  }

  async close(): Promise<void> {}
}

/** How long an idle thread keeps its memory. */
const IDLE_MS = 10_000;

/** One thread for each segment with moving views. Sampling takes a third of the time of encoding. */
class ViewPool implements ViewEngine {
  private readonly pool: ThreadPool;

  constructor(maxThreads: number) {
    this.pool = new ThreadPool(WORKER, { maxThreads, idleMs: IDLE_MS });
  }

  /** Aborting ends the thread at once. */
  async write(
    streams: readonly PreparedStream[],
    sinks: readonly Sink[],
    signal: AbortSignal,
    sources: PictureSources = [],
  ) {
    const { port1: requests, port2: port } = new MessageChannel();
    const waiting: ((frame: Buffer) => void)[] = [];
    const ready = new Promise<SamplerInputs>((resolve) => {
      requests.once('message', (inputs: SamplerInputs) => {
        resolve(inputs);
        requests.on('message', ({ buffer, offset, bytes }: FrameLocation) => {
          waiting.shift()?.(Buffer.from(buffer as ArrayBuffer, offset, bytes));
        });
      });
    });
    const send = (request: FrameRequest) => requests.postMessage(request);
    const render: RenderFrame = (index, n) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        send({ index, n });
      });
    const task: ViewTask = { streams, port };
    const thread = this.pool.run<void>(task, { signal, transferList: [port] });
    try {
      // The thread ends early only if it fails or is stopped.
      const written = ready.then((inputs) =>
        writeAll(streams, sinks, withPictures({ ...inputs, render }, sources)),
      );
      written.catch(() => {});
      await Promise.race([written, thread]);
      send(null);
      await thread;
    } catch (error) {
      send(null);
      await thread.catch(() => {});
      throw error;
    } finally {
      requests.close();
    }
  }

  async close(): Promise<void> {
    await this.pool.close();
  }
}

/** Renders frames of streams that have a picture for each: it is written before, and the next one after the frame. */
function withPictures({ buffer, inputs, render }: Sampling, sources: PictureSources): RenderFrame {
  const last = inputs.map(() => Promise.resolve<unknown>(null));
  return (index, n) => {
    const [source, input] = [sources[index], inputs[index]];
    if (!source || !input) return render(index, n);
    const frame = last[index]!.then(async () => {
      await source.next(new Uint8Array(buffer, input.offset, input.bytes));
      return render(index, n);
    });
    last[index] = frame;
    return frame;
  };
}

async function writeAll(
  streams: readonly PreparedStream[],
  sinks: readonly Sink[],
  make: RenderFrame,
): Promise<void> {
  await Promise.all(
    streams.map(async ({ stream: { count } }, index) => {
      const sink = await sinks[index]!;
      // Frames are rendered ahead into the free slots.
      const ahead: Promise<Buffer>[] = [];
      const makeNext = (n: number) => {
        if (n >= count) return;
        const frame = make(index, n);
        // Awaiting the frame reports its failure. Frames after a failed one are never awaited.
        frame.catch(() => {});
        ahead.push(frame);
      };
      for (let n = 0; n < SLOTS; n++) makeNext(n);
      for (let n = 0; n < count; n++) {
        if (!(await writeTo(sink, await ahead.shift()!))) return;
        makeNext(n + SLOTS);
      }
      sink.end();
    }),
  );
}

/**
 * Resolves when the bytes are written, so that their memory can be used again.
 *
 * @returns false if the reader needs no more. If it has failed, its own error counts.
 */
function writeTo(sink: Writable, bytes: Buffer): Promise<boolean> {
  return new Promise((resolve, reject) => {
    sink.write(bytes, (error) => {
      if (error && !isClosedPipe(error)) reject(error);
      else resolve(!error);
    });
  });
}
