import { TimeoutError } from './errors.js';

/** Ends a request if nothing happens for a time, or if its caller ends it. */
export class Deadline {
  private readonly controller = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly onAbort = () => this.controller.abort(this.caller?.reason);

  constructor(
    private readonly idleMs: number,
    private readonly caller: AbortSignal | undefined,
  ) {
    if (caller?.aborted) this.onAbort();
    else caller?.addEventListener('abort', this.onAbort, { once: true });
    this.extend();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Something arrived: the time begins again. */
  extend(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.controller.abort(new TimeoutError(`Nothing arrived for ${this.idleMs} ms.`));
    }, this.idleMs);
  }

  /** Nothing has to arrive, until the next call of `extend`. */
  pause(): void {
    clearTimeout(this.timer);
  }

  /** Ends the request: what is still to come is not wanted. */
  abort(): void {
    this.end();
    this.controller.abort();
  }

  /** Releases the timer and the signal of the caller, which can live much longer. */
  end(): void {
    clearTimeout(this.timer);
    this.caller?.removeEventListener('abort', this.onAbort);
  }
}

/** Waits. @throws the reason of the signal */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
