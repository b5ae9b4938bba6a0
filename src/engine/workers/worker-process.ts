import type { ChildProcess } from 'node:child_process';
import { forkProgram } from './fork-program.js';
import type { ProcessEnd } from './memory-death.js';
import type { SupervisorMessage, WorkerMessage } from './messages.js';

const STDERR_TAIL = 8_000;

export interface WorkerProgram {
  /** The program of a worker process. */
  readonly file: URL;
  /** What it is told first. */
  readonly settings: unknown;
  readonly heapMegabytes: number;
}

/** A worker process, from its start to its end. */
export class WorkerProcess {
  readonly ended: Promise<ProcessEnd>;
  private stderrTail = '';

  private constructor(
    private readonly child: ChildProcess,
    onMessage: (message: WorkerMessage) => void,
  ) {
    child.stderr?.on('data', (chunk: Buffer) => {
      process.stderr.write(chunk);
      this.stderrTail = (this.stderrTail + chunk.toString('utf8')).slice(-STDERR_TAIL);
    });
    child.on('message', onMessage);
    this.ended = new Promise((resolve) => {
      child.once('error', () => resolve({ code: null, signal: null, stderrTail: '' }));
      child.once('close', (code, signal) => resolve({ code, signal, stderrTail: this.stderrTail }));
    });
  }

  static async start(
    { file, settings, heapMegabytes }: WorkerProgram,
    onMessage: (message: WorkerMessage) => void,
  ): Promise<WorkerProcess> {
    const child = await forkProgram(file, heapMegabytes);
    const started = new WorkerProcess(child, onMessage);
    started.send({ kind: 'start', settings });
    return started;
  }

  get pid(): number | null {
    return this.child.pid ?? null;
  }

  /** Asks the process to give its job back and to end. */
  stop(): void {
    this.send({ kind: 'stop' });
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  private send(message: SupervisorMessage): void {
    // A process that has just ended is seen by its `close` event.
    if (this.child.connected) this.child.send(message, () => {});
  }
}
