import { hash } from 'node:crypto';

/** A weak `ETag` (RFC 9110, section 8.8.3): responses that share it have the same content. */
export function weakETag(content: unknown): string {
  return `W/"${hash('sha1', JSON.stringify(content), 'base64url')}"`;
}

/**
 * True if the client already has the content that the tag identifies (RFC 9110, section 13.1.2: weak
 * comparison). Express's own check sends a full response if the request has
 * `Cache-Control: no-cache`, which `fetch` adds to every conditional request.
 */
export function matchesETag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const opaque = (text: string) => text.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((one) => one.trim() === '*' || opaque(one) === opaque(tag));
}
