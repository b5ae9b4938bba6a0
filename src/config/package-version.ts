import { existsSync, readFileSync } from 'node:fs';

/** Returns the version in the package.json of this package. */
export function packageVersion(): string {
  const text = readFileSync(new URL('package.json', packageRoot()), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Returns the folder of this package: the nearest with a package.json. The build decides where that is. */
export function packageRoot(): URL {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    if (existsSync(new URL('package.json', folder))) return folder;
    if (folder.pathname === new URL('..', folder).pathname) {
      throw new Error('The package.json of VideoCraft is missing.');
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
