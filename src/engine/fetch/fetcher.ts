import type { Config } from '../../config/types.js';
import { JobFailure } from '../../core/job/job-failure.js';
import { OutboundClient } from './outbound-client.js';
import { download, type Retry } from './download.js';
import { toFetchProblem } from './to-fetch-problem.js';
import { explainToOperator } from './explain-to-operator.js';
import { pageProblem } from './page-problem.js';

export interface FetchOptions {
  /** JSON pointer of the element that refers to the address, or null when it is not from a video config. */
  readonly pointer: string | null;
  readonly signal: AbortSignal;
  /** Limits that replace those of sources. */
  readonly maxBytes?: number;
  readonly totalMs?: number;
  /** Called with the number of received bytes. */
  readonly onBytes?: (received: number) => void;
  readonly onRetry?: (retry: Retry) => void;
  /** Called when the server starts to send the file. */
  readonly onAnswer?: () => void;
  /**
   * For an address of the operator: a name for its host in messages. Operators learn whether a host is private
   * or does not exist, and callers do not.
   */
  readonly operatorsHost?: string;
}

export interface FetchResult {
  /** Services whose share links were replaced by direct links. */
  readonly rewritten: readonly string[];
}

/** Fetches files for one task. Connections are closed at its end. */
export class Fetcher {
  private readonly client: OutboundClient;

  constructor(private readonly settings: Config['sources']) {
    this.client = new OutboundClient(settings);
  }

  /**
   * Downloads a file.
   *
   * @throws JobFailure SOURCE_BLOCKED, SOURCE_NOT_FOUND, SOURCE_TOO_LARGE, SOURCE_TIMEOUT,
   *   STORAGE_FULL, or MEDIA_INVALID for a web page. The cause is for the log.
   */
  async fetch(src: string, path: string, options: FetchOptions): Promise<FetchResult> {
    const { signal, pointer, operatorsHost } = options;
    const { maxBytes, totalTimeoutMs, idleTimeoutMs, retries } = this.settings;
    const limits = { maxBytes, totalMs: totalTimeoutMs, idleMs: idleTimeoutMs, retries };
    try {
      const { url, rewritten } = await download(src, path, this.client, {
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
    this.client.close();
  }
}

/** Removes undefined options, so that they do not override defaults. */
function definedOf(options: FetchOptions): FetchOptions {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as unknown as FetchOptions;
}
