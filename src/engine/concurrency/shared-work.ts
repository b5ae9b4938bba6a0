import { abortable } from './abortable.js';

/** Work that several callers wait for. It is aborted when none of them waits any more. */
export class SharedWork<T> {
  private readonly controller = new AbortController();
  private readonly result: Promise<T>;
  private callers = 0;

  /** @param onEnd called when the work has ended, or when nobody wants it any more */
  constructor(
    work: (signal: AbortSignal) => Promise<T>,
    private readonly onEnd: () => void,
  ) {
    this.result = work(this.controller.signal).finally(onEnd);
    // Each caller gets the error. Without one, nobody needs it.
    this.result.catch(() => {});
  }

  /** @throws the error of the work, or the reason of the signal */
  async wait(signal: AbortSignal): Promise<T> {
    this.callers++;
    try {
      return await abortable(this.result, signal);
    } finally {
      if (--this.callers === 0) this.giveUp();
    }
  }

  private giveUp(): void {
    this.controller.abort();
    this.onEnd();
  }
}
