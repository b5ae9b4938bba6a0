import type { IncomingMessage } from 'node:http';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * The reference to which a response redirects, or null. Some servers send raw UTF-8, which Node returns as
 * one character per byte, so each byte is percent-encoded (RFC 3986, section 2.5).
 */
export function redirectLocationOf({ statusCode, headers }: IncomingMessage): string | null {
  const { location } = headers;
  if (!REDIRECTS.has(statusCode!) || location === undefined) return null;
  return location
    .trim()
    .replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}
