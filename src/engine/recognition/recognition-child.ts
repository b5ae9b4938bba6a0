import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { RecognitionError } from './recognizer.js';
import type { SherpaEngineOptions, RecognizedTokens } from './sherpa-engine.js';
import type { RecognitionAnswer, RecognitionRequest } from './sherpa-process.js';

/** The program as built; its sources cannot run by themselves. */
const PROGRAM = new URL('./sherpa-process.js', import.meta.url);
/** What the process may know of this one's environment: where libraries are, no secrets. */
const PASSED_ON = ['PATH', 'HOME', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'SystemRoot', 'TMPDIR'];
/** How long a model is kept in memory unused; the larger ones take a gigabyte. */
const IDLE_MS = 60_000;

/**
 * A process that holds a model and hears one part at a time. It starts with the first request, again
 * after it ended, and ends by itself when this process does.
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
   * Waits for its turn, then for the answer. Aborting while the part is being heard ends the process.
   *
   * @throws RecognitionError when the model cannot be used or takes too long
   */
  recognize(request: RecognitionRequest, signal: AbortSignal): Promise<RecognizedTokens> {
    const heard = this.turn.then(() => {
      signal.throwIfAborted();
      return this.ask(request, signal);
    });
    this.turn = heard.catch(() => {});
    return heard;
  }

  close(): void {
    clearTimeout(this.idle);
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  private ask(request: RecognitionRequest, signal: AbortSignal): Promise<RecognizedTokens> {
    clearTimeout(this.idle);
    const child = (this.child ??= this.start());
    return new Promise<RecognizedTokens>((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        child.off('message', onMessage);
        child.off('exit', onExit);
        child.off('error', onExit);
        act();
      };
      const onMessage = (answer: RecognitionAnswer) =>
        settle(() => {
          this.idle = setTimeout(() => this.close(), IDLE_MS).unref();
          if ('heard' in answer) resolve(answer.heard);
          else reject(new RecognitionError(answer.problem));
        });
      const onExit = () =>
        settle(() => {
          this.child = null;
          reject(new RecognitionError('The speech recognition model cannot be used.'));
        });
      const onAbort = () =>
        settle(() => {
          this.close();
          reject(signal.reason as Error);
        });
      const timer = setTimeout(
        () =>
          settle(() => {
            this.close();
            reject(new RecognitionError('The speech recognition model takes too long.'));
          }),
        this.timeoutMs,
      );
      signal.addEventListener('abort', onAbort);
      child.on('message', onMessage);
      child.on('exit', onExit);
      child.on('error', onExit);
      child.send(request);
    });
  }

  private start(): ChildProcess {
    const child = fork(fileURLToPath(this.program), [JSON.stringify(this.options)], {
      env: Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]])),
      execArgv: [],
      serialization: 'advanced',
      // What the engine has to say about a model is for the operator.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.unref();
    child.channel?.unref();
    return child;
  }
}
