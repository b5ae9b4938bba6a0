import type { Config } from '../../config/types.js';
import { JobFailure } from '../../core/job/job-failure.js';
import { OutboundClient } from './outbound-client.js';
import { download, type Retry } from './download.js';
import { toFetchProblem } from './to-fetch-problem.js';
import { explainToOperator } from './explain-to-operator.js';
import { pageProblem } from './page-problem.js';

export interface FetchOptions {
  /** Where in a project the address stands; null: it is not of a project. */
  readonly pointer: string | null;
  readonly signal: AbortSignal;
  /** Bounds that are others than those of sources. */
  readonly maxBytes?: number;
  readonly totalMs?: number;
  /** Told how many bytes have arrived, as they do. */
  readonly onBytes?: (received: number) => void;
  readonly onRetry?: (retry: Retry) => void;
  /** Called once the server has answered that the file is coming. */
  readonly onAnswer?: () => void;
  /**
   * Where the address is the operator's, words for its host. An operator is told what callers are not:
   * whether a host is private or missing.
   */
  readonly operatorsHost?: string;
}

export interface FetchResult {
  /** Services of which a share link was put into its direct form. */
  readonly rewritten: readonly string[];
}

/** Fetches files for one piece of work, over connections that end with it. */
export class Fetcher {
  private readonly door: OutboundClient;

  constructor(private readonly settings: Config['sources']) {
    this.door = new OutboundClient(settings);
  }

  /**
   * Downloads an address into a file.
   *
   * @throws JobFailure SOURCE_BLOCKED, SOURCE_NOT_FOUND, SOURCE_TOO_LARGE, SOURCE_TIMEOUT,
   *   STORAGE_FULL, or MEDIA_INVALID for a web page; its cause is for the log
   */
  async fetch(src: string, path: string, options: FetchOptions): Promise<FetchResult> {
    const { signal, pointer, operatorsHost } = options;
    const { maxBytes, totalTimeoutMs, idleTimeoutMs, retries } = this.settings;
    const limits = { maxBytes, totalMs: totalTimeoutMs, idleMs: idleTimeoutMs, retries };
    try {
      const { url, rewritten } = await download(src, path, this.door, {
        ...limits,
        ...definedOf(options),
      });
      const page = await pageProblem(path, url, src);
      if (page) throw page;
      return { rewritten };
    } catch (error) {
      signal.throwIfAborted();
      const problem = toFetchProblem(error);
      const message =
        operatorsHost === undefined ? problem.message : explainToOperator(problem, operatorsHost);
      throw new JobFailure(problem.code, message, pointer, { cause: problem });
    }
  }

  close(): void {
    this.door.close();
  }
}

/** Options that are given: one that is undefined must not stand for its default. */
function definedOf(options: FetchOptions): FetchOptions {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as unknown as FetchOptions;
}
