import { readFileSync } from 'node:fs';

/** The version in the package.json above this file, wherever the build puts it. */
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
 * What this service tells hosts it is (RFC 9110, section 10.1.5): some refuse clients that do not say
 * who runs them.
 *
 * @param contact URL or mail address of whoever runs the service; null: not known
 */
export function userAgentOf(contact: string | null): string {
  const about = contact === null ? 'self-hosted video rendering' : `+${contact}`;
  return `VideoCraft/${packageVersion()} (${about})`;
}
