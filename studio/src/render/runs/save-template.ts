import { ApiError, client } from '../../api/index.js';
import { template } from '../../document/index.js';
import { contentOf } from './template-content.js';

/** What the service says of a template that changed since it was opened. */
export type Conflict = 'newer' | 'gone';

/** Keeps the video as a template of its own. */
export async function saveAsNew(name: string): Promise<void> {
  const { id, revision } = await client.peek()!.templates.create(contentOf(name));
  template.value = { id, name, revision };
}

/**
 * Keeps the video as the next revision of the template that it is from.
 *
 * @param overwrites whether it also follows a revision that the page does not know
 * @returns the number of the revision
 */
export async function saveRevision(overwrites: boolean): Promise<number> {
  const { id, name, revision } = template.peek()!;
  const options = overwrites ? {} : { ifRevision: revision };
  const saved = await client.peek()!.templates.update(id, contentOf(name), options);
  template.value = { id, name, revision: saved.revision };
  return saved.revision;
}

/** What keeps a revision from being saved, or null if it is something else. */
export function conflictOf(error: unknown): Conflict | null {
  if (!(error instanceof ApiError)) return null;
  if (error.code === 'PRECONDITION_FAILED') return 'newer';
  return error.code === 'TEMPLATE_NOT_FOUND' ? 'gone' : null;
}
