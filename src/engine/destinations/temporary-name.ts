import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { OutgoingFile } from './types.js';

/**
 * Where a file is written until it is complete. The same for each attempt, so that a new one replaces what the one
 * before left. Another one for each delivery, because several can write to one path at the same time. Nextcloud and
 * ownCloud refuse names that end in `.part`, with which their own uploads end.
 *
 * @param path where the file belongs
 */
export function temporaryName(
  path: string,
  { deliveryId }: Pick<OutgoingFile, 'deliveryId'>,
): string {
  const tag = createHash('sha256').update(`${deliveryId} ${path}`).digest('hex').slice(0, 12);
  return posix.join(posix.dirname(path), `.videocraft-${tag}.upload`);
}

/** The folders of a path, outermost first: `a/b/c.mp4` has `a` and `a/b`. */
export function foldersOf(path: string): string[] {
  const parts = posix.dirname(path).split('/');
  return parts
    .map((_part, index) => parts.slice(0, index + 1).join('/'))
    .filter((folder) => folder !== '' && folder !== '.');
}

/** A path in a folder, which may be empty. */
export function within(folder: string, path: string): string {
  return folder === '' ? path : posix.join(folder, path);
}
