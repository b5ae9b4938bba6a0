import type { IncomingMessage } from 'node:http';

/** What browsers add to a request that a page causes. A page cannot remove it. */
const OF_BROWSERS = ['origin', 'referer', 'sec-fetch-site', 'cookie'] as const;

/**
 * Whether a browser may have been tricked into a request. A program that sends its key itself gains nothing by a
 * token: nobody else can make it send a request with that key.
 */
export function mayBeBrowser({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return OF_BROWSERS.some((name) => headers[name] !== undefined);
}
