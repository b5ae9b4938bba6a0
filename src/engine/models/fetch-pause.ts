import { ModelFetchError } from './model-error.js';

const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;

/**
 * Keeps a fetch that fails, which can take long, from being repeated for each job. The next calls fail at once, for a
 * minute after the first failure and then twice as long each time, up to an hour.
 */
export class FetchPause {
  private failure: ModelFetchError | null = null;
  private failures = 0;
  private endsAtMs = 0;

  /** @param now a clock in milliseconds */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** @throws ModelFetchError of the fetch, or of the last one during a pause */
  async run<T>(fetch: () => Promise<T>): Promise<T> {
    const leftMs = this.endsAtMs - this.now();
    if (this.failure !== null && leftMs > 0) {
      const seconds = Math.ceil(leftMs / 1000);
      const { message, cause } = this.failure;
      throw new ModelFetchError(`${message} The next attempt is possible in ${seconds} s.`, {
        cause,
      });
    }
    const before = this.failure;
    try {
      const result = await fetch();
      this.failure = null;
      this.failures = 0;
      return result;
    } catch (error) {
      // Those that ran at the same time failed together.
      if (error instanceof ModelFetchError && this.failure === before) this.begin(error);
      throw error;
    }
  }

  private begin(failure: ModelFetchError): void {
    this.failure = failure;
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.failures++);
    this.endsAtMs = this.now() + pauseMs;
  }
}
