import { access, constants } from 'node:fs/promises';

/** Whether a file or folder exists. */
export function pathExists(path: string): Promise<boolean> {
  return canAccess(path, constants.F_OK);
}

/**
 * Whether this process may access a file or folder, which must exist.
 *
 * @param mode the kinds of access, as flags of `fs.constants`
 */
export function canAccess(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}
