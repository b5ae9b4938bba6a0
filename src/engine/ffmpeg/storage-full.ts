/** What ffmpeg says, in its untranslated words, of a disk that took no more. */
const SAID = /No space left on device|Disk quota exceeded/;
const CODES: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

/** ffmpeg could not write all: it may have ended well nevertheless. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError';
  readonly code = 'ENOSPC';

  constructor() {
    super('No space is left on the disk.');
  }
}

export function reportsStorageFull(stderr: string): boolean {
  return SAID.test(stderr);
}

/** Whether something failed for want of space, be it in this process or in ffmpeg. */
export function isStorageFull(error: unknown): boolean {
  return CODES.has((error as NodeJS.ErrnoException | null)?.code ?? '');
}
