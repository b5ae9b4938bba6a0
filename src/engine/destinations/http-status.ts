import type { IncomingMessage } from 'node:http';
import { requestedSeconds } from '../fetch/retry-after.js';
import { DeliveryProblem } from './types.js';

/** Statuses that may be others later. */
const TRANSIENT: ReadonlySet<number> = new Set([408, 409, 423, 425, 429, 507]);
/** Several statuses, which are in the body (RFC 4918, section 13). */
const MULTI_STATUS = 207;
/** The statuses of one file and its folders take less. */
const MAX_BODY_BYTES = 65_536;
/** The longest time without a part of it. */
const BODY_MS = 30_000;
const STATUS_LINE = /<(?:[\w.-]+:)?status\b[^>]*>\s*HTTP\/[\d.]+\s+(\d{3})\b/gi;

/**
 * Ends a response whose body does not matter, apart from the statuses in it.
 *
 * @param also statuses that count as success besides 2xx
 * @throws DeliveryProblem
 */
export async function requireSuccess(
  response: IncomingMessage,
  also: readonly number[] = [],
): Promise<void> {
  const isSuccess = (status: number) => (status >= 200 && status < 300) || also.includes(status);
  try {
    const statuses = await statusesOf(response);
    const failed = statuses.find((status) => status === MULTI_STATUS || !isSuccess(status));
    if (failed === undefined) return;
    const isPermanent = failed >= 300 && failed < 500 && !TRANSIENT.has(failed);
    throw new DeliveryProblem(`The destination answered with status ${failed}.`, isPermanent, {
      retryAfterSeconds: requestedSeconds(response.headers),
    });
  } finally {
    response.destroy();
  }
}

/** The status of a response, or those in its body. A body without any says nothing about success. */
async function statusesOf(response: IncomingMessage): Promise<readonly number[]> {
  const status = response.statusCode!;
  if (status !== MULTI_STATUS) return [status];
  let body = '';
  response.setTimeout(BODY_MS, () => response.destroy());
  for await (const chunk of response.setEncoding('utf8') as AsyncIterable<string>) {
    body += chunk;
    if (body.length > MAX_BODY_BYTES) return [status];
  }
  const inside = [...body.matchAll(STATUS_LINE)].map(([, code]) => Number(code));
  return inside.length === 0 ? [status] : inside;
}
