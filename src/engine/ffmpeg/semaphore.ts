interface Waiting {
  readonly places: number;
  readonly enter: () => void;
}

/** Lets holders in as long as there are places; the others wait in order. */
export class Semaphore {
  private free: number;
  private readonly waiting: Waiting[] = [];

  constructor(private readonly limit: number) {
    this.free = limit;
  }

  /** @param places that it takes; all there are where it wants more */
  async run<T>(action: () => Promise<T>, places = 1): Promise<T> {
    const taken = Math.min(places, this.limit);
    await new Promise<void>((enter) => {
      this.waiting.push({ places: taken, enter });
      this.admit();
    });
    try {
      return await action();
    } finally {
      this.free += taken;
      this.admit();
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
