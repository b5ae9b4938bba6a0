import { Semaphore } from '../engine/concurrency/semaphore.js';

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

/** The previews that run at the same time. Further ones wait in their order. */
export class PreviewPlaces {
  private readonly slots: Semaphore;
  private readonly ofKeys = new Map<string, number>();
  private open = 0;

  constructor(private readonly atOnce: number) {
    this.slots = new Semaphore(atOnce);
  }

  /** @throws NoPreviewPlace, or the reason of the signal while the action waits */
  async run<T>(keyId: string, signal: AbortSignal, action: () => Promise<T>): Promise<T> {
    const own = this.ofKeys.get(keyId) ?? 0;
    if (own >= MOST_OF_A_KEY) throw new NoPreviewPlace(true);
    if (this.open >= this.atOnce + MOST_WAITING) throw new NoPreviewPlace(false);
    this.open++;
    this.ofKeys.set(keyId, own + 1);
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(new NoPreviewPlace(false)), WAIT_MS);
    const start = () => {
      clearTimeout(timer);
      return action();
    };
    try {
      return await this.slots.run(start, { signal: AbortSignal.any([signal, patience.signal]) });
    } finally {
      clearTimeout(timer);
      this.open--;
      const left = this.ofKeys.get(keyId)! - 1;
      if (left > 0) this.ofKeys.set(keyId, left);
      else this.ofKeys.delete(keyId);
    }
  }
}
