import type { IncomingMessage } from 'node:http';
import { shareServiceOf } from '../../core/sources/share-links.js';
import { formatSeconds } from '../../core/sources/format-amounts.js';
import { FetchProblem } from './fetch-problem.js';

/** Answers that may be others a little later. */
const PASSING: ReadonlySet<number> = new Set([
  408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524,
]);

const MEANINGS: Readonly<Record<number, string>> = {
  200: 'It sent a part of the source only, which was not asked for.',
  204: 'It sends no content.',
  206: 'It sent a part of the source only, which was not asked for.',
  ...Object.fromEntries(
    [301, 302, 303, 307, 308].map((status) => [status, 'It redirects without an address.']),
  ),
  401: 'It asks for a login: the file has to be open to everyone.',
  403: 'It forbids access: the file has to be open to everyone, and a signed address may have expired.',
  404: 'There is nothing at the address.',
  410: 'There is nothing at the address any more.',
  429: 'It is asked too often.',
  451: 'It may not give the file to this place, for legal reasons.',
};

/** Why an answer of another status than the one hoped for is of no use. */
export function statusProblem(response: IncomingMessage, url: URL, nowMs: number): FetchProblem {
  const { statusCode = 0, headers } = response;
  const retryAfterMs = retryAfter(headers['retry-after'], nowMs);
  const service = shareServiceOf(url);
  const sentences = [
    `The server answered with status ${statusCode}.`,
    MEANINGS[statusCode],
    retryAfterMs === null ? undefined : `It asks to wait ${formatSeconds(retryAfterMs)}.`,
    service ? `The address is a link of ${service.name}. ${service.advice}` : undefined,
  ];
  return new FetchProblem(
    'SOURCE_NOT_FOUND',
    sentences.filter((sentence) => sentence !== undefined).join(' '),
    {
      isTransient: PASSING.has(statusCode),
      retryAfterMs,
      cause: new Error(`${url.host}: ${statusCode}`),
    },
  );
}

/** `Retry-After` in milliseconds from now: seconds, or a date (RFC 9110, section 10.2.3). */
export function retryAfter(header: string | undefined, nowMs: number): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  if (/^\d{1,9}(\.\d{1,3})?$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}
