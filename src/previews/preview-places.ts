/** Previews of one key that run or wait. A page that scrubs asks for the next one before it leaves the last one. */
const MOST_OF_A_KEY = 4;
const MOST_WAITING = 32;
/** Nobody looks at a page for longer. */
const WAIT_MS = 20_000;

/** Too many previews run or wait. */
export class NoPreviewPlace extends Error {
  override readonly name = 'NoPreviewPlace';

  /** @param isOwn whether the key itself has too many */
  constructor(readonly isOwn: boolean) {
    super('Too many previews are wanted.');
  }
}

interface Waiting {
  readonly keyId: string;
  readonly enter: () => void;
}

/** The previews that run at the same time. Further ones wait in their order. */
export class PreviewPlaces {
  /** Previews that run or wait, by their keys. */
  private readonly open = new Map<string, number>();
  private readonly running = new Map<string, number>();
  private waiting: Waiting[] = [];

  constructor(private readonly atOnce: number) {}

  /** @throws NoPreviewPlace, or the reason of the signal while the action waits */
  async run<T>(keyId: string, signal: AbortSignal, action: () => Promise<T>): Promise<T> {
    if (countOf(this.open, keyId) >= MOST_OF_A_KEY) throw new NoPreviewPlace(true);
    if (sumOf(this.open) >= this.atOnce + MOST_WAITING) throw new NoPreviewPlace(false);
    change(this.open, keyId, 1);
    try {
      await this.enter(keyId, signal);
      try {
        return await action();
      } finally {
        change(this.running, keyId, -1);
        this.admit();
      }
    } finally {
      change(this.open, keyId, -1);
    }
  }

  /** @throws NoPreviewPlace after the time of a wait, or the reason of the signal */
  private async enter(keyId: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const timer = new AbortController();
    const patience = setTimeout(() => timer.abort(new NoPreviewPlace(false)), WAIT_MS).unref();
    const ends = AbortSignal.any([signal, timer.signal]);
    try {
      await new Promise<void>((enter, refuse) => {
        const one = { keyId, enter };
        ends.addEventListener('abort', () => {
          this.waiting = this.waiting.filter((other) => other !== one);
          refuse(ends.reason as Error);
        });
        this.waiting.push(one);
        this.admit();
      });
    } finally {
      clearTimeout(patience);
    }
  }

  private admit(): void {
    for (const one of [...this.waiting]) {
      if (sumOf(this.running) >= this.atOnce) return;
      if (countOf(this.running, one.keyId) >= this.mostRunningOfAKey) continue;
      this.waiting = this.waiting.filter((other) => other !== one);
      change(this.running, one.keyId, 1);
      one.enter();
    }
  }

  /** One place is left for other keys, because a draft or a slow source holds its place for minutes. */
  private get mostRunningOfAKey(): number {
    return Math.max(1, this.atOnce - 1);
  }
}

type Counts = Map<string, number>;

function countOf(counts: Counts, keyId: string): number {
  return counts.get(keyId) ?? 0;
}

function sumOf(counts: Counts): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function change(counts: Counts, keyId: string, by: number): void {
  const count = countOf(counts, keyId) + by;
  if (count > 0) counts.set(keyId, count);
  else counts.delete(keyId);
}
