import type { Identity } from './access.js';
import { ApiError } from '../errors/api-error.js';
import { isUuid } from './is-uuid.js';

interface Owned {
  readonly keyId: string;
  readonly deletedAt: Date | null;
}

/**
 * A job that the caller may see; as a video, one that was not deleted.
 *
 * @param find is not called for what is no UUID
 * @throws ApiError `code` when there is none, and in the same words when it is somebody else's
 */
export async function ownedJob<T extends Owned>(
  find: (id: string) => Promise<T | null>,
  id: string,
  key: Identity,
  code: 'JOB_NOT_FOUND' | 'VIDEO_NOT_FOUND',
): Promise<T> {
  const job = isUuid(id) ? await find(id) : null;
  const visible = job && (key.isAdmin || job.keyId === key.id);
  if (visible && (code === 'JOB_NOT_FOUND' || job.deletedAt === null)) return job;
  throw new ApiError(code, 'There is none of this id among those of your key.');
}
