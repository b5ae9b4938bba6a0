import type { IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { FetchProblem } from '../fetch/fetch-problem.js';
import { BlockedAddress } from '../fetch/fetch-problem.js';
import { OutboundClient, type OutboundClientSettings } from '../fetch/outbound-client.js';
import { requestedSeconds } from '../fetch/retry-after.js';
import { sentProblem } from '../fetch/sent-problem.js';
import { toFetchProblem } from '../fetch/to-fetch-problem.js';

/** The part of an answer that is kept. */
const KEPT_BYTES = 512;
/** How long the body of an answer is awaited. Its status counts, and some receivers never end their answers. */
const BODY_MS = 1_000;

/** What a receiver answered, or why it did not. */
export interface WebhookAnswer {
  readonly status: number | null;
  /** The beginning of the answer. */
  readonly text: string | null;
  readonly error: string | null;
  /** What the receiver asks for, in seconds. */
  readonly retryAfterSeconds: number | null;
  /** True if another attempt would fail in the same way. */
  readonly isPermanent: boolean;
}

/** Sends one webhook to an address that is checked as sources are. Never follows a redirect. */
export async function postWebhook(
  request: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  },
  settings: OutboundClientSettings,
  { signal, timeoutMs }: { readonly signal: AbortSignal; readonly timeoutMs: number },
): Promise<WebhookAnswer> {
  const client = new OutboundClient({ ...settings, idleTimeoutMs: timeoutMs });
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const response = await client.deliver(
      request.url,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...request.headers },
        body: Buffer.from(request.body),
      },
      { signal: limit, trusted: false },
    );
    return await toAnswer(response);
  } catch (error) {
    // The service stops, and the attempt does not count.
    signal.throwIfAborted();
    return toFailure(error, limit.aborted, timeoutMs);
  } finally {
    client.close();
  }
}

async function toAnswer(response: IncomingMessage): Promise<WebhookAnswer> {
  const text = await beginningOf(response);
  const status = response.statusCode!;
  const redirects = status >= 300 && status < 400 && response.headers.location !== undefined;
  return {
    status,
    text,
    error: redirects ? 'The receiver redirects. Set the address that it redirects to.' : null,
    retryAfterSeconds: requestedSeconds(response.headers),
    isPermanent: false,
  };
}

/** The beginning of a body, whatever becomes of the rest. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const read = new Promise<void>((resolve) => {
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= KEPT_BYTES) resolve();
    });
    response.once('end', resolve);
    response.once('close', resolve);
    response.on('error', () => resolve());
  });
  const timer = new AbortController();
  await Promise.race([read, delay(BODY_MS, undefined, { signal: timer.signal }).catch(() => {})]);
  timer.abort();
  response.destroy();
  return printable(Buffer.concat(chunks).subarray(0, KEPT_BYTES).toString('utf8'));
}

/** Without what the database, or a terminal, would not take. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\uFFFD]/gu, (letter) => (/[\n\t]/.test(letter) ? letter : ''));
}

function toFailure(error: unknown, isLate: boolean, timeoutMs: number): WebhookAnswer {
  const problem: FetchProblem = toFetchProblem(error);
  const late = `The receiver did not answer within ${timeoutMs / 1000} s.`;
  return {
    status: null,
    text: null,
    error: isLate ? late : sentProblem(problem, 'The request'),
    retryAfterSeconds: null,
    isPermanent: problem instanceof BlockedAddress,
  };
}
