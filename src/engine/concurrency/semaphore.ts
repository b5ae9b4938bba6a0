interface Waiting {
  readonly places: number;
  readonly enter: () => void;
}

export interface SlotRequest {
  /** Slots that the action takes, capped at the limit. Default 1. */
  readonly slots?: number;
  /** Ends the wait. */
  readonly signal?: AbortSignal;
}

/** Runs actions while slots are free. The others wait in order. */
export class Semaphore {
  private free: number;
  private waiting: Waiting[] = [];

  constructor(private readonly limit: number) {
    this.free = limit;
  }

  /** @throws the reason of the signal if it is aborted while the action waits for slots */
  async run<T>(action: () => Promise<T>, { slots = 1, signal }: SlotRequest = {}): Promise<T> {
    const taken = Math.min(slots, this.limit);
    await this.enter(taken, signal);
    try {
      return await action();
    } finally {
      this.free += taken;
      this.admit();
    }
  }

  private async enter(places: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    let leave = () => {};
    try {
      await new Promise<void>((enter, refuse) => {
        const one = { places, enter };
        leave = () => {
          this.waiting = this.waiting.filter((other) => other !== one);
          refuse(signal?.reason as Error);
          this.admit();
        };
        signal?.addEventListener('abort', leave, { once: true });
        this.waiting.push(one);
        this.admit();
      });
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  private admit(): void {
    for (;;) {
      const [next] = this.waiting;
      if (next === undefined || next.places > this.free) return;
      this.waiting.shift();
      this.free -= next.places;
      next.enter();
    }
  }
}
