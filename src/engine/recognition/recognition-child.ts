import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { RecognitionError } from './recognizer.js';
import type { SherpaEngineOptions, RecognizedTokens } from './sherpa-engine.js';
import type { RecognitionAnswer, RecognitionRequest } from './sherpa-process.js';

/** The built program; its source cannot run on its own. */
const PROGRAM = new URL('./sherpa-process.js', import.meta.url);
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

/**
 * A child process that holds a model and recognizes one part at a time. It starts with the first request,
 * restarts after it ended, and ends with this process.
 */
export class RecognitionChild {
  private child: ChildProcess | null = null;
  private idle: NodeJS.Timeout | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly options: SherpaEngineOptions,
    private readonly timeoutMs: number,
    private readonly program: URL = PROGRAM,
  ) {}

  /**
   * Waits for earlier requests, then for the answer. Aborting during recognition ends the process.
   *
   * @throws RecognitionError when the model cannot be used or takes too long
   */
  recognize(request: RecognitionRequest, signal: AbortSignal): Promise<RecognizedTokens> {
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

  private async ask(request: RecognitionRequest, signal: AbortSignal): Promise<RecognizedTokens> {
    clearTimeout(this.idle);
    const child = (this.child ??= this.start());
    const answer = await this.nextAnswer(child, request, signal);
    this.idle = setTimeout(() => this.close(), IDLE_MS).unref();
    if ('result' in answer) return answer.result;
    throw new RecognitionError(answer.problem);
  }

  /** Sends a request and settles with the first of answer, exit, abort and timeout. */
  private nextAnswer(
    child: ChildProcess,
    request: RecognitionRequest,
    signal: AbortSignal,
  ): Promise<RecognitionAnswer> {
    const listening = new AbortController();
    const answer = new Promise<RecognitionAnswer>((resolve, reject) => {
      const fail = (error: Error) => {
        this.close();
        reject(error);
      };
      const onExit = () => {
        this.child = null;
        reject(new RecognitionError('The speech recognition model cannot be used.'));
      };
      const onTimeout = () =>
        fail(new RecognitionError('The speech recognition model takes too long.'));
      const timer = setTimeout(onTimeout, this.timeoutMs);
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
    const child = fork(fileURLToPath(this.program), [JSON.stringify(this.options)], {
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
