import { readFileSync } from 'node:fs';

/** Returns the version in the nearest package.json above this file. The build decides where that is. */
export function packageVersion(): string {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    try {
      const text = readFileSync(new URL('package.json', folder), 'utf8');
      return (JSON.parse(text) as { version: string }).version;
    } catch (error) {
      if (folder.pathname === '/') throw error;
    }
  }
}

/**
 * Returns the `User-Agent` of outbound requests (RFC 9110, section 10.1.5). Some hosts refuse clients that do
 * not name their operator.
 *
 * @param contact URL or email address of the operator, or null
 */
export function userAgentOf(contact: string | null): string {
  const about = contact === null ? 'self-hosted video rendering' : `+${contact}`;
  return `VideoCraft/${packageVersion()} (${about})`;
}
