import { setTimeout as delay } from 'node:timers/promises';
import { formatSeconds } from '../../core/sources/format-amounts.js';
import type { OutboundClient } from './outbound-client.js';
import { toFetchProblem } from './to-fetch-problem.js';
import { FetchProblem } from './fetch-problem.js';
import { PartFile, type ReceiveLimits } from './part-file.js';

/** A fetch did not go through, and is tried again. */
export interface Retry {
  /** A sentence: why it has to be. */
  readonly reason: string;
  readonly waitSeconds: number;
  /** Bytes that are there, and need not be fetched again where the server goes on from them. */
  readonly receivedBytes: number;
}

export interface DownloadOptions extends ReceiveLimits {
  readonly signal: AbortSignal;
  /** The time for all of it, waits included, in milliseconds. */
  readonly totalMs: number;
  /** How often in a row, without anything that came, it is tried again. */
  readonly retries: number;
  readonly onRetry?: (retry: Retry) => void;
  /** Called once the server has answered that the file is coming. */
  readonly onAnswer?: () => void;
}

/** What is known of a file that has arrived. */
export interface DownloadResult {
  /** Where it came from in the end. */
  readonly url: URL;
  /** Services of which a share link was put into its direct form. */
  readonly rewritten: readonly string[];
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 120_000;
/** However far each of them gets. */
const MOST_TRIES = 50;
/** A host that is silent again right after that stays so. */
const RETRIES_OF_SILENCE = 1;

/**
 * Downloads an address into a file. What may pass is tried again, after a wait that the server may
 * name, and goes on where it broke off if the server can.
 *
 * @throws FetchProblem the last one; or the reason of the signal
 */
export async function download(
  address: string,
  path: string,
  door: OutboundClient,
  options: DownloadOptions,
): Promise<DownloadResult> {
  const { signal, totalMs, onRetry } = options;
  const endsAt = performance.now() + totalMs;
  const timeout = AbortSignal.timeout(totalMs);
  const either = AbortSignal.any([signal, timeout]);
  const part = new PartFile(path, options);
  let furthest = 0;
  for (let tries = 1, failures = 0; ; tries++) {
    try {
      return await attempt(address, part, door, { ...options, signal: either });
    } catch (error) {
      signal.throwIfAborted();
      if (timeout.aborted) throw totalTimeout(part, totalMs, error);
      const problem = toFetchProblem(error);
      failures = part.bytes > furthest ? 1 : failures + 1;
      furthest = Math.max(furthest, part.bytes);
      const waitMs = waitBefore(problem, failures, options.retries);
      if (waitMs === null || tries === MOST_TRIES) throw problem;
      if (waitMs >= endsAt - performance.now()) throw problem;
      onRetry?.({
        reason: problem.message,
        waitSeconds: waitMs / 1000,
        receivedBytes: part.bytes,
      });
      await delay(waitMs, undefined, { signal: either }).catch(() => {});
    }
  }
}

async function attempt(
  address: string,
  part: PartFile,
  door: OutboundClient,
  { signal, onAnswer }: DownloadOptions,
): Promise<DownloadResult> {
  signal.throwIfAborted();
  const asked = part.headers();
  const answer = await door.get(address, asked, signal);
  if ((answer.response.statusCode ?? 0) < 300) onAnswer?.();
  await part.receive(answer, asked);
  return answer;
}

/** How long to wait before the next try, in milliseconds; null: there is none. */
function waitBefore(problem: FetchProblem, failures: number, retries: number): number | null {
  if (!problem.isTransient) return null;
  const most = problem.code === 'SOURCE_TIMEOUT' ? Math.min(retries, RETRIES_OF_SILENCE) : retries;
  if (failures > most) return null;
  const waitMs = Math.max(FIRST_WAIT_MS * 2 ** (failures - 1), problem.retryAfterMs ?? 0);
  return waitMs <= LONGEST_WAIT_MS ? waitMs : null;
}

function totalTimeout(part: PartFile, totalMs: number, cause: unknown): FetchProblem {
  const came = part.bytes === 0 ? 'nothing' : part.amount;
  const sentence = `The source did not arrive within ${formatSeconds(totalMs)}: ${came} came.`;
  return new FetchProblem('SOURCE_TIMEOUT', sentence, { cause });
}
