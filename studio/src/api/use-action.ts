import { useState } from 'preact/hooks';
import { isAbort } from './describe-failure.js';

/** Something that a button does. */
export interface Action {
  readonly isBusy: boolean;
  /** What it threw last, or null. */
  readonly error: unknown;
  /** Runs it, unless it runs already. Resolves in any case. */
  readonly run: (work: () => Promise<void>) => Promise<void>;
}

/** Runs requests that buttons send, one at a time, and keeps what went wrong. */
export function useAction(): Action {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  async function run(work: () => Promise<void>): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (caught) {
      if (!isAbort(caught)) setError(caught);
    } finally {
      setBusy(false);
    }
  }
  return { isBusy, error, run };
}
