import { JobFailure } from '../core/job/job-failure.js';
import { FfmpegError } from '../engine/ffmpeg/ffmpeg-error.js';
import { StorageUnavailable } from '../engine/storage/storage-unavailable.js';

/** Errors of the disk, the memory, and the process table. Nothing in a config causes them. */
const CODES: ReadonlySet<string> = new Set([
  ...['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EACCES', 'EPERM'],
  ...['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN', 'ESTALE', 'EFBIG'],
]);

/** Whether this machine is the reason of a failure, so that another one, or a later attempt, may render the job. */
export function isMachineFault(error: unknown, dataDir: string): boolean {
  if (error instanceof JobFailure) return error.code === 'STORAGE_FULL';
  if (error instanceof StorageUnavailable) return error.passes;
  // ffmpeg found it first.
  if (error instanceof FfmpegError) return error.end.stderrTail.includes('Read-only file system');
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (CODES.has(code ?? '')) return true;
  // A folder of the service or a program that is gone.
  return (
    code === 'ENOENT' && ((path ?? '').startsWith(dataDir) || (syscall ?? '').startsWith('spawn'))
  );
}
