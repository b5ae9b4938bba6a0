import { Semaphore } from './semaphore.js';

/** Thrown for an action that has waited too long for those before it. */
export class WaitedTooLong extends Error {
  override readonly name = 'WaitedTooLong';
}

/** Runs actions with the same key one after another, in their order. */
export class KeyedLine {
  private readonly lines = new Map<string, { readonly turn: Semaphore; length: number }>();

  /** @param patienceMs how long an action waits for those before it */
  constructor(private readonly patienceMs: number) {}

  /** @throws WaitedTooLong */
  async run<T>(key: string, action: () => Promise<T>): Promise<T> {
    const line = this.lines.get(key) ?? { turn: new Semaphore(1), length: 0 };
    this.lines.set(key, line);
    line.length++;
    const patience = new AbortController();
    const timer = setTimeout(
      () => patience.abort(new WaitedTooLong('The actions before this one take too long.')),
      this.patienceMs,
    );
    try {
      return await line.turn.run(
        () => {
          clearTimeout(timer);
          return action();
        },
        { signal: patience.signal },
      );
    } finally {
      clearTimeout(timer);
      if (--line.length === 0) this.lines.delete(key);
    }
  }

  /** The number of keys for which an action runs or waits. */
  get size(): number {
    return this.lines.size;
  }
}
