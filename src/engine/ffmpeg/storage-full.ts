/** ffmpeg's messages about a full disk, in the C locale. */
const STORAGE_FULL = /No space left on device|Disk quota exceeded/;
const CODES: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

/** The output of ffmpeg is incomplete, even if it exited with 0. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError';
  readonly code = 'ENOSPC';

  constructor() {
    super('No space is left on the disk.');
  }
}

export function reportsStorageFull(stderr: string): boolean {
  return STORAGE_FULL.test(stderr);
}

/** Whether something failed because of a full disk, in this process or in ffmpeg. */
export function isStorageFull(error: unknown): boolean {
  return CODES.has((error as NodeJS.ErrnoException | null)?.code ?? '');
}
