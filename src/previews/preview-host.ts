import type { ChildProcess } from 'node:child_process';
import { JobFailure } from '../core/job/job-failure.js';
import { abortable } from '../engine/concurrency/abortable.js';
import { forkProgram } from '../engine/workers/fork-program.js';
import {
  type PreviewCall,
  type PreviewMaker,
  PreviewMakerLost,
  type PreviewPart,
} from '../pipeline/previews/preview-call.js';
import type { PreviewHostMessage, PreviewProcessMessage } from './preview-messages.js';

/** Time for the process to end its work before it is killed. */
const STOP_MS = 2_000;
/** A process that does not end a call in this time, although nobody waits for it, is stuck in a computation. */
const STUCK_MS = 15_000;

export interface PreviewProgram {
  readonly file: URL;
  /** What the process is told first. */
  readonly settings: unknown;
  readonly heapMegabytes: number;
  /** A process without calls ends after so long. */
  readonly idleMs: number;
}

/** Makes previews in a process of its own, which starts with the first call and ends when it is idle. */
export class PreviewHost implements PreviewMaker {
  private process: Promise<PreviewProcess> | null = null;
  private calls = 0;
  private idle: NodeJS.Timeout | null = null;
  private isStopped = false;

  constructor(private readonly program: PreviewProgram) {}

  async *run(call: PreviewCall, signal: AbortSignal): AsyncGenerator<PreviewPart> {
    if (this.isStopped) throw new PreviewMakerLost('The service stops.');
    this.calls++;
    if (this.idle !== null) clearTimeout(this.idle);
    try {
      const running = await abortable(this.open(), signal);
      yield* running.run(call, signal);
    } finally {
      if (--this.calls === 0) this.endWhenIdle();
    }
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.end();
  }

  private open(): Promise<PreviewProcess> {
    if (this.process !== null) return this.process;
    const started = PreviewProcess.start(this.program);
    this.process = started;
    const forget = () => {
      if (this.process === started) this.process = null;
    };
    started.then((running) => running.ended.then(forget), forget);
    return started;
  }

  private endWhenIdle(): void {
    this.idle = setTimeout(() => void this.end(), this.program.idleMs);
    this.idle.unref();
  }

  private async end(): Promise<void> {
    if (this.idle !== null) clearTimeout(this.idle);
    const started = this.process;
    this.process = null;
    const running = await started?.catch(() => null);
    await running?.stop();
  }
}

/** The listener of a call: for its next part, its end, or its error. */
type Listener = (message: PreviewProcessMessage | { readonly kind: 'lost' }) => void;

/** A process that makes previews, from its start to its end. */
class PreviewProcess {
  readonly ended: Promise<void>;
  private readonly listeners = new Map<number, Listener>();
  /** Calls that are left, until the process says that it has ended them. */
  private readonly leaving = new Map<number, NodeJS.Timeout>();
  private lastId = 0;

  private constructor(private readonly child: ChildProcess) {
    child.stderr?.pipe(process.stderr, { end: false });
    child.on('message', (message: PreviewProcessMessage) => {
      if (message.kind === 'left') this.hasLeft(message.id);
      else if ('id' in message) this.listeners.get(message.id)?.(message);
    });
    this.ended = new Promise((resolve) => {
      child.once('error', () => resolve());
      child.once('close', () => resolve());
    });
    void this.ended.then(() => {
      for (const listener of this.listeners.values()) listener({ kind: 'lost' });
      for (const id of [...this.leaving.keys()]) this.hasLeft(id);
    });
  }

  /** @throws Error with the reason if it cannot start */
  static async start({ file, settings, heapMegabytes }: PreviewProgram): Promise<PreviewProcess> {
    const child = await forkProgram(file, heapMegabytes);
    const started = new PreviewProcess(child);
    const ready = new Promise<void>((resolve, reject) => {
      child.on('message', (message: PreviewProcessMessage) => {
        if (message.kind === 'ready') resolve();
        if (message.kind === 'failed') reject(new Error(message.message));
      });
      void started.ended.then(() => reject(new PreviewMakerLost('The preview process ended.')));
    });
    started.send({ kind: 'start', settings });
    await ready;
    return started;
  }

  async *run(call: PreviewCall, signal: AbortSignal): AsyncGenerator<PreviewPart> {
    signal.throwIfAborted();
    const id = ++this.lastId;
    const next = () => this.answerTo(id, signal);
    this.send({ kind: 'call', id, call });
    try {
      for (;;) {
        const answer = next();
        this.send({ kind: 'next', id });
        const message = await answer;
        if (message.kind === 'end') return;
        if (message.kind === 'part') yield message.part;
        else throw errorOf(message);
      }
    } finally {
      this.listeners.delete(id);
      this.leave(id);
    }
  }

  async stop(): Promise<void> {
    this.send({ kind: 'stop' });
    const timer = setTimeout(() => this.child.kill('SIGKILL'), STOP_MS);
    await this.ended;
    clearTimeout(timer);
  }

  private leave(id: number): void {
    if (!this.child.connected) return;
    this.leaving.set(
      id,
      setTimeout(() => this.child.kill('SIGKILL'), STUCK_MS),
    );
    this.send({ kind: 'leave', id });
  }

  private hasLeft(id: number): void {
    clearTimeout(this.leaving.get(id));
    this.leaving.delete(id);
  }

  private answerTo(id: number, signal: AbortSignal): Promise<Parameters<Listener>[0]> {
    return new Promise((resolve, reject) => {
      const leave = () => reject(signal.reason as Error);
      signal.addEventListener('abort', leave, { once: true });
      if (signal.aborted) leave();
      this.listeners.set(id, (message) => {
        signal.removeEventListener('abort', leave);
        resolve(message);
      });
      if (!this.child.connected) this.listeners.get(id)!({ kind: 'lost' });
    });
  }

  private send(message: PreviewHostMessage): void {
    // A process that has just ended is seen by its `close` event.
    if (this.child.connected) this.child.send(message, () => {});
  }
}

function errorOf(message: Parameters<Listener>[0]): Error {
  if (message.kind !== 'error') return new PreviewMakerLost('The preview process ended.');
  const { code, message: text, pointer } = message.failure;
  return new JobFailure(code, text, pointer);
}
