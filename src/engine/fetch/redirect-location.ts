import type { IncomingMessage } from 'node:http';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Where an answer sends to, as a reference to resolve; null: nowhere. Servers send names as they are,
 * in UTF-8, which Node gives out byte by byte; each byte is encoded, which is what it means in a URL
 * (RFC 3986, section 2.5).
 */
export function redirectLocationOf({ statusCode = 0, headers }: IncomingMessage): string | null {
  const { location } = headers;
  if (!REDIRECTS.has(statusCode) || location === undefined) return null;
  return location
    .trim()
    .replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}
