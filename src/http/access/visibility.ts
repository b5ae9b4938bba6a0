import type { ApiError } from '../errors/api-error.js';
import type { Identity } from './access.js';
import { isUuid } from './is-uuid.js';

/** A resource that belongs to the key that created it. */
interface Owned {
  readonly keyId: string;
}

/** The key whose resources a list is limited to; null for an administrator, who sees everything. */
export function visibleOwner(key: Identity): string | null {
  return key.isAdmin ? null : key.id;
}

/**
 * The resource with this ID, if the key may see it.
 *
 * @param find is called only if `id` is a UUID
 * @throws the error of `notFound`, which must not differ between a resource of another key and one
 * that does not exist
 */
export async function findVisible<T extends Owned>(
  id: string,
  key: Identity,
  { find, notFound }: { find: (id: string) => Promise<T | null>; notFound: () => ApiError },
): Promise<T> {
  const resource = isUuid(id) ? await find(id) : null;
  if (resource && (key.isAdmin || resource.keyId === key.id)) return resource;
  throw notFound();
}
