import { setTimeout as wait } from 'node:timers/promises';

const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 500;

/**
 * Errors of SQL that are the same however often it runs: wrong data (class 22), a violated constraint (23), and a
 * wrong statement (42). Any other error may be one of the connection, after which nobody knows whether the statement
 * was committed.
 */
const PERMANENT = /^(?:22|23|42)/;

/** A change of a job, and how to find out whether it happened. */
export interface UncertainChange<T> {
  readonly change: () => Promise<T>;
  /** Asks the row. Undefined: it did not happen, and can be tried again. */
  readonly ask: () => Promise<T | undefined>;
  /** Called once if the outcome is not known at first. */
  readonly onDoubt?: (error: unknown) => void;
}

/**
 * Makes a change until it is known whether it happened. When the answer of a commit is lost, only the row tells.
 *
 * @throws the error of the change if it would be the same again
 */
export async function untilKnown<T>({ change, ask, onDoubt }: UncertainChange<T>): Promise<T> {
  let inDoubt = false;
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2)) {
    try {
      if (!inDoubt) return await change();
      // A statement before may still run, or have run: the answer of this one alone says nothing.
      const known = await ask();
      if (known !== undefined) return known;
      const made = await change();
      return (await ask()) ?? made;
    } catch (error) {
      if (isPermanent(error)) throw error;
      if (!inDoubt) onDoubt?.(error);
      inDoubt = true;
    }
    await wait(waitMs);
  }
}

function isPermanent(error: unknown): boolean {
  // A mistake of this program, which would repeat for ever.
  if (error instanceof TypeError || error instanceof RangeError) return true;
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && code.length === 5 && PERMANENT.test(code);
}
