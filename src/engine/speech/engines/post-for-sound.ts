import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { decodedBody } from '../../fetch/decoded-body.js';
import { explainToOperator } from '../../fetch/explain-to-operator.js';
import { OutboundClient, type OutboundClientSettings } from '../../fetch/outbound-client.js';
import { retryAfter } from '../../fetch/retry-after.js';
import { toFetchProblem } from '../../fetch/to-fetch-problem.js';
import { SpeechError } from './speech-engine.js';

/** The endpoint of an engine, and how to reach it. */
export interface Endpoint {
  /** The name that messages use. */
  readonly name: string;
  readonly door: OutboundClientSettings;
  readonly timeoutMs: number;
  /** Never part of a message, even if the endpoint repeats it. */
  readonly apiKey: string | null;
}

export interface SoundRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The answer of an endpoint. */
export interface SoundResponse {
  readonly type: string;
  readonly bytes: Buffer;
}

const ATTEMPTS = 4;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;
/** A sentence of 600 characters takes 5 MB as WAV, and a third more in JSON. */
const MAX_RESPONSE_BYTES = 32 << 20;
const MAX_REASON_BYTES = 4_000;
const SHOWN_REASON = 300;

/**
 * Asks an endpoint for the sound of a sentence. Waits and asks again after what passes: status 408, 429, or 5xx, a lost
 * connection, an answer that is cut off, and one that takes too long.
 *
 * @throws SpeechError, whose cause tells the operator what the endpoint answered
 */
export async function postForSound(
  endpoint: Endpoint,
  request: SoundRequest,
  signal: AbortSignal,
): Promise<SoundResponse> {
  const client = new OutboundClient(endpoint.door);
  try {
    for (let attempt = 1; ; attempt++) {
      const outcome = await ask(client, endpoint, request, signal);
      if ('bytes' in outcome) return outcome;
      const { problem, cause, retryAfterMs } = outcome;
      const isLast = retryAfterMs === null || attempt === ATTEMPTS;
      const waitMs = Math.max(FIRST_WAIT_MS * 2 ** (attempt - 1), retryAfterMs ?? 0);
      if (isLast || waitMs > LONGEST_WAIT_MS) throw new SpeechError(problem, { cause });
      await wait(waitMs, undefined, { signal });
    }
  } finally {
    client.close();
  }
}

interface Failure {
  readonly problem: string;
  readonly cause?: unknown;
  /** How long to wait before a retry; null when a retry is pointless. */
  readonly retryAfterMs: number | null;
}

async function ask(
  client: OutboundClient,
  endpoint: Endpoint,
  { url, headers, body }: SoundRequest,
  signal: AbortSignal,
): Promise<SoundResponse | Failure> {
  const { name, timeoutMs } = endpoint;
  const timeout = AbortSignal.timeout(timeoutMs);
  const abort = AbortSignal.any([signal, timeout]);
  try {
    const response = await client.post(url, { headers, body }, { signal: abort, timeoutMs });
    return await readResponse(response, endpoint, abort);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SpeechError) throw error;
    if (timeout.aborted) {
      const problem = `The voice engine ${name} did not answer in time.`;
      return { problem, cause: error, retryAfterMs: 0 };
    }
    const why = toFetchProblem(error);
    const place = `The host of the voice engine ${name}`;
    const problem = `The voice engine ${name} cannot be reached. ${explainToOperator(why, place)}`;
    return { problem, cause: why, retryAfterMs: why.isTransient || isCut(error) ? 0 : null };
  }
}

/** Whether the connection was lost within an answer. */
function isCut(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ECONNRESET' || message === 'aborted' || message === SILENT;
}

const SILENT = 'no data';

async function readResponse(
  response: IncomingMessage,
  endpoint: Endpoint,
  signal: AbortSignal,
): Promise<SoundResponse | Failure> {
  const { statusCode = 0, headers } = response;
  const stop = () => response.destroy(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  try {
    if (statusCode >= 200 && statusCode < 300) {
      const bytes = await readAll(response, endpoint.timeoutMs, MAX_RESPONSE_BYTES);
      if (bytes === null) {
        throw new SpeechError(`The answer of the voice engine ${endpoint.name} is too large.`);
      }
      return { type: headers['content-type'] ?? '', bytes };
    }
    const reason = await readAll(response, endpoint.timeoutMs, MAX_REASON_BYTES).catch(() => null);
    const cause = new Error(`Status ${statusCode}: ${shownReason(reason, endpoint.apiKey)}`);
    const problem = problemOf(statusCode, endpoint.name);
    if (!isPassing(statusCode)) return { problem, cause, retryAfterMs: null };
    const retryAfterMs = retryAfter(headers['retry-after'], Date.now()) ?? 0;
    return { problem, cause, retryAfterMs };
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function isPassing(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

/** @returns null if there is more */
async function readAll(
  response: IncomingMessage,
  idleMs: number,
  most: number,
): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const onSilence = () => response.destroy(new Error(SILENT));
  for await (const chunk of decodedBody(response, { idleMs, onSilence })) {
    bytes += chunk.length;
    if (bytes > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What the endpoint says, for the log, without the key. */
function shownReason(reason: Buffer | null, apiKey: string | null): string {
  const text = reason?.toString('utf8').replace(/\s+/g, ' ').trim() ?? '';
  const secret = apiKey === null ? text : text.replaceAll(apiKey, '***');
  return secret.slice(0, SHOWN_REASON) || 'no reason';
}

/** What a status means, for the author. */
function problemOf(status: number, name: string): string {
  if (status === 401 || status === 403) {
    return `The voice engine ${name} refused the API key that the operator configured (status ${status}).`;
  }
  if (status === 402) return `The account of the voice engine ${name} has no credit left.`;
  if (status === 429) {
    return `The voice engine ${name} is busy, or its quota is used up (status 429).`;
  }
  if (status >= 500) return `The voice engine ${name} failed (status ${status}).`;
  return `The voice engine ${name} refused the text, the voice, or the model (status ${status}).`;
}
