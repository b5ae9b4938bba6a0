import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
/** Environment variables for the process: paths of libraries, but no secrets. */
const PASSED_VARIABLES = [
  'PATH',
  'HOME',
  'LD_LIBRARY_PATH',
  'DYLD_LIBRARY_PATH',
  'SystemRoot',
  'TMPDIR',
];
/** How long to keep an unused model in memory; large ones take a gigabyte. */
const IDLE_MS = 60_000;

/** What a child process answers. */
export type ModelAnswer<Result> = { readonly result: Result } | { readonly problem: string };

export interface ModelChildSettings {
  /** The built program; its source cannot run on its own. */
  readonly program: URL;
  /** Its argument. */
  readonly options: object;
  /** The longest time for one request. */
  readonly timeoutMs: number;
  /** Makes the error of a sentence for the author. */
  readonly errorOf: (problem: string) => Error;
  /** What is said if the process ends, or takes too long. */
  readonly unusable: string;
  readonly slow: string;
}

/**
 * A child process that holds a model and answers one request at a time. It starts with the first request,
 * restarts after it ended, and ends with this process.
 */
export class ModelChild<Request extends object, Result> {
  private child: ChildProcess | null = null;
  private idle: NodeJS.Timeout | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly settings: ModelChildSettings) {}

  /**
   * Waits for earlier requests, then for the answer. Aborting during the answer ends the process.
   *
   * @throws the error of the settings when the model cannot be used or takes too long
   */
  run(request: Request, signal: AbortSignal): Promise<Result> {
    const result = this.turn.then(() => {
      signal.throwIfAborted();
      return this.ask(request, signal);
    });
    this.turn = result.catch(() => {});
    return result;
  }

  close(): void {
    clearTimeout(this.idle);
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  private async ask(request: Request, signal: AbortSignal): Promise<Result> {
    clearTimeout(this.idle);
    const child = (this.child ??= this.start());
    const answer = await this.nextAnswer(child, request, signal);
    this.idle = setTimeout(() => this.close(), IDLE_MS).unref();
    if ('result' in answer) return answer.result;
    throw this.settings.errorOf(answer.problem);
  }

  /** Sends a request and settles with the first of answer, exit, abort and timeout. */
  private nextAnswer(
    child: ChildProcess,
    request: Request,
    signal: AbortSignal,
  ): Promise<ModelAnswer<Result>> {
    const { errorOf, unusable, slow, timeoutMs } = this.settings;
    const listening = new AbortController();
    const answer = new Promise<ModelAnswer<Result>>((resolve, reject) => {
      const fail = (error: Error) => {
        this.close();
        reject(error);
      };
      const onExit = () => {
        this.child = null;
        reject(errorOf(unusable));
      };
      const timer = setTimeout(() => fail(errorOf(slow)), timeoutMs);
      const onAbort = () => fail(signal.reason as Error);
      signal.addEventListener('abort', onAbort, { signal: listening.signal });
      child.on('message', resolve).on('exit', onExit).on('error', onExit);
      listening.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        child.off('message', resolve).off('exit', onExit).off('error', onExit);
      });
      child.send(request);
    });
    return answer.finally(() => listening.abort());
  }

  private start(): ChildProcess {
    const { program, options } = this.settings;
    const child = fork(fileURLToPath(program), [JSON.stringify(options)], {
      env: Object.fromEntries(PASSED_VARIABLES.map((name) => [name, process.env[name]])),
      execArgv: [],
      serialization: 'advanced',
      // Messages of the engine about a model are for the operator.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.unref();
    child.channel?.unref();
    return child;
  }
}
