import type { IncomingMessage } from 'node:http';
import { shareServiceOf } from '../../core/sources/share-links.js';
import { formatSeconds } from '../../core/sources/format-amounts.js';
import { FetchProblem } from './fetch-problem.js';
import { retryAfter } from './retry-after.js';

/** Statuses of transient failures. */
const TRANSIENT: ReadonlySet<number> = new Set([
  408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524,
]);

const MEANINGS: Readonly<Record<number, string>> = {
  200: 'It sent only a part of the source, which was not requested.',
  204: 'It sent no content.',
  206: 'It sent only a part of the source, which was not requested.',
  ...Object.fromEntries(
    [301, 302, 303, 307, 308].map((status) => [status, 'It redirects without a new address.']),
  ),
  401: 'It requires a login. Make the file public.',
  403: 'It denies access. Make the file public, or renew the signed address if it has expired.',
  404: 'The file does not exist. Check the address.',
  410: 'The file no longer exists.',
  429: 'It receives too many requests.',
  451: 'The file is not available in this location for legal reasons.',
};

/** The problem of a response with an unexpected status. */
export function statusProblem(response: IncomingMessage, url: URL, nowMs: number): FetchProblem {
  const { headers } = response;
  const statusCode = response.statusCode!;
  const retryAfterMs = retryAfter(headers['retry-after'], nowMs);
  const service = shareServiceOf(url);
  const sentences = [
    `The server responded with status ${statusCode}.`,
    MEANINGS[statusCode],
    retryAfterMs === null ? undefined : `It asks clients to wait ${formatSeconds(retryAfterMs)}.`,
    service ? `The address is a link of ${service.name}. ${service.advice}` : undefined,
  ];
  return new FetchProblem(
    'SOURCE_NOT_FOUND',
    sentences.filter((sentence) => sentence !== undefined).join(' '),
    {
      isTransient: TRANSIENT.has(statusCode),
      retryAfterMs,
      cause: new Error(`${url.host}: ${statusCode}`),
    },
  );
}
