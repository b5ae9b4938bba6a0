import { isMissing, toStorageUnavailable } from './s3-errors.js';

/** What a request is for, and the signal that ends it. */
export interface Purpose {
  readonly what: string;
  readonly signal?: AbortSignal | undefined;
}

/** @throws the reason of the signal, or StorageUnavailable for other errors of the SDK */
export async function explained<T>(
  { what, signal }: Purpose,
  action: () => Promise<T>,
): Promise<T> {
  try {
    signal?.throwIfAborted();
    return await action();
  } catch (error) {
    signal?.throwIfAborted();
    if (isLocal(error)) throw error;
    throw toStorageUnavailable(error, what);
  }
}

/** Like `explained`; null for some errors, by default for an object that does not exist. */
export function explainedOrNull<T>(
  purpose: Purpose,
  action: () => Promise<T>,
  isNothing: (error: unknown) => boolean = isMissing,
): Promise<T | null> {
  return explained(purpose, async () => {
    try {
      return await action();
    } catch (error) {
      if (isNothing(error)) return null;
      throw error;
    }
  });
}

/** Whether an error is one of the file system of this machine. */
function isLocal(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException).syscall === 'string' && 'path' in Object(error);
}
