import { hash } from 'node:crypto';

/** A weak tag (RFC 9110, section 8.8.3): two answers with it say the same, whatever their bytes. */
export function weakETag(content: unknown): string {
  return `W/"${hash('sha1', JSON.stringify(content), 'base64url')}"`;
}

/**
 * True when the client already has what the tag names (RFC 9110, section 13.1.2: weak comparison).
 * Express' own check answers in full whenever a request says `Cache-Control: no-cache`, which
 * `fetch` adds to every conditional request.
 */
export function matchesETag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const bare = (text: string) => text.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((given) => given.trim() === '*' || bare(given) === bare(tag));
}
