import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { ModelFetchError } from './model-error.js';

interface Failure {
  /** Another one for each failure. */
  readonly id: string;
  readonly message: string;
}

/**
 * The last failed fetch of a model, in a file that all processes see. Whoever waited for a fetch that fails should not
 * repeat it: each would take as long, one after another.
 */
export class LastFailure {
  constructor(private readonly path: string) {}

  /** Returns a function that throws the `ModelFetchError` of a fetch that has failed since, in any process. */
  async since(): Promise<() => Promise<void>> {
    const before = await this.read();
    return async () => {
      const now = await this.read();
      if (now !== null && now.id !== before?.id) throw new ModelFetchError(now.message);
    };
  }

  /** Runs a fetch, and remembers whether it failed. A fetch that was stopped did not fail. */
  async watch<T>(signal: AbortSignal, fetch: () => Promise<T>): Promise<T> {
    try {
      const result = await fetch();
      await rm(this.path, { force: true });
      return result;
    } catch (error) {
      if (error instanceof ModelFetchError && !signal.aborted) {
        const failure: Failure = { id: randomUUID(), message: error.message };
        // A disk that takes no file must not hide why the fetch failed.
        await writeFile(this.path, JSON.stringify(failure)).catch(() => {});
      }
      throw error;
    }
  }

  private async read(): Promise<Failure | null> {
    const text = await readFile(this.path, 'utf8').catch(() => null);
    if (text === null) return null;
    try {
      return JSON.parse(text) as Failure;
    } catch {
      // A process died while it wrote.
      return null;
    }
  }
}
