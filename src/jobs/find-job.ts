import type { Identity } from '../http/access/access.js';
import { findVisible } from '../http/access/visibility.js';
import { ApiError } from '../http/errors/api-error.js';

/** A job that the key may see. @throws ApiError JOB_NOT_FOUND */
export function findJob<T extends { readonly keyId: string }>(
  find: (id: string) => Promise<T | null>,
  id: string,
  key: Identity,
): Promise<T> {
  const notFound = () => new ApiError('JOB_NOT_FOUND', 'No job with this ID belongs to your key.');
  return findVisible(id, key, { find, notFound });
}
