import { setTimeout as delay } from 'node:timers/promises';
import { formatSeconds } from '../../core/sources/format-amounts.js';
import type { OutboundClient } from './outbound-client.js';
import { toFetchProblem } from './to-fetch-problem.js';
import { FetchProblem } from './fetch-problem.js';
import { PartFile, type ReceiveLimits } from './part-file.js';

/** A failed download that is retried. */
export interface Retry {
  /** The cause, as a sentence. */
  readonly reason: string;
  readonly waitSeconds: number;
  /** Bytes that were received, from which the server may be able to resume. */
  readonly receivedBytes: number;
}

export interface DownloadOptions extends ReceiveLimits {
  readonly signal: AbortSignal;
  /** Maximum total time in milliseconds, including waits. */
  readonly totalMs: number;
  /** Maximum number of consecutive retries without new data. */
  readonly retries: number;
  readonly onRetry?: (retry: Retry) => void;
  /** Called when the server starts to send the file. */
  readonly onAnswer?: () => void;
}

/** The result of a download. */
export interface DownloadResult {
  /** The address after all redirects. */
  readonly url: URL;
  /** Services whose share links were replaced by direct links. */
  readonly rewritten: readonly string[];
}

const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 120_000;
/** Includes attempts that receive data. */
const MAX_ATTEMPTS = 50;
/** A host that is silent twice in a row rarely recovers. */
const MAX_TIMEOUT_RETRIES = 1;

/**
 * Downloads a file. Retries after transient failures, with a delay that the server can set, and resumes if the
 * server supports it.
 *
 * @throws FetchProblem of the last attempt, or the reason of the signal
 */
export async function download(
  address: string,
  path: string,
  client: OutboundClient,
  options: DownloadOptions,
): Promise<DownloadResult> {
  const { signal, totalMs, onRetry } = options;
  const endsAt = performance.now() + totalMs;
  const timeout = AbortSignal.timeout(totalMs);
  const stop = AbortSignal.any([signal, timeout]);
  const part = new PartFile(path, options);
  let furthest = 0;
  for (let attempts = 1, failures = 0; ; attempts++) {
    try {
      return await attempt(address, part, client, { ...options, signal: stop });
    } catch (error) {
      signal.throwIfAborted();
      if (timeout.aborted) throw totalTimeout(part, totalMs, error);
      const problem = toFetchProblem(error);
      failures = part.bytes > furthest ? 1 : failures + 1;
      furthest = Math.max(furthest, part.bytes);
      const waitMs = waitBefore(problem, failures, options.retries);
      if (waitMs === null || attempts === MAX_ATTEMPTS) throw problem;
      if (waitMs >= endsAt - performance.now()) throw problem;
      onRetry?.({
        reason: problem.message,
        waitSeconds: waitMs / 1000,
        receivedBytes: part.bytes,
      });
      await delay(waitMs, undefined, { signal: stop }).catch(() => {});
    }
  }
}

async function attempt(
  address: string,
  part: PartFile,
  client: OutboundClient,
  { signal, onAnswer }: DownloadOptions,
): Promise<DownloadResult> {
  signal.throwIfAborted();
  const requestHeaders = part.headers();
  const outbound = await client.get(address, requestHeaders, signal);
  if (outbound.response.statusCode! < 300) onAnswer?.();
  await part.receive(outbound, requestHeaders);
  return outbound;
}

/** The delay before the next attempt in milliseconds, or null for no further attempt. */
function waitBefore(problem: FetchProblem, failures: number, retries: number): number | null {
  if (!problem.isTransient) return null;
  const maxRetries =
    problem.code === 'SOURCE_TIMEOUT' ? Math.min(retries, MAX_TIMEOUT_RETRIES) : retries;
  if (failures > maxRetries) return null;
  const waitMs = Math.max(FIRST_WAIT_MS * 2 ** (failures - 1), problem.retryAfterMs ?? 0);
  return waitMs <= MAX_WAIT_MS ? waitMs : null;
}

function totalTimeout(part: PartFile, totalMs: number, cause: unknown): FetchProblem {
  const received = part.bytes === 0 ? 'Nothing' : part.amount;
  const sentence = `The download did not finish within ${formatSeconds(totalMs)}. ${received} arrived.`;
  return new FetchProblem('SOURCE_TIMEOUT', sentence, { cause });
}
