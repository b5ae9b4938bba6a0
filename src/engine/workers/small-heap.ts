import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** A worker that gets no other job for so long is idle. */
const IDLE_MS = 5_000;

/**
 * Lets V8 collect garbage earlier instead of letting the heap grow. A process whose heap stays small, such as that of the API,
 * has a tenth less memory that way, for no CPU time that could be measured.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--optimize-for-size');
}

/** Lets the heap grow again, while a process has much to do. */
function letHeapGrow(): void {
  setFlagsFromString('--no-optimize-for-size');
}

/** The heap of a worker: it grows during jobs, and gives its memory back after them. */
export class WorkerHeap {
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param idleMs how long after a job the memory is given back
   * @param collect collects garbage
   */
  constructor(
    private readonly idleMs = IDLE_MS,
    private readonly collect: () => void = collectGarbage,
  ) {
    keepHeapSmall();
  }

  /** Before each attempt, and with false after it. */
  use(isBusy: boolean): void {
    clearTimeout(this.timer);
    if (isBusy) letHeapGrow();
    else this.timer = setTimeout(() => this.giveBack(), this.idleMs).unref();
  }

  /** One collection of about 40 ms. V8 has no idle time of its own in Node. */
  private giveBack(): void {
    keepHeapSmall();
    this.collect();
  }
}

let collector: (() => void) | null = null;

/** Collects all garbage, with the function `gc` that only contexts have that are made after the flag is set. */
export function collectGarbage(): void {
  if (collector === null) {
    setFlagsFromString('--expose-gc');
    collector = runInNewContext('gc') as () => void;
    setFlagsFromString('--no-expose-gc');
  }
  collector();
}
