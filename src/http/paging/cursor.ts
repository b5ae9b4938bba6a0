import type { Position } from '../../engine/database/conditions.js';

/** Milliseconds since 1970, a dot, the id: a UUID of a job or the number of an audit event. */
const FORM = {
  uuid: /^(\d{1,13})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
  number: /^(\d{1,13})\.(\d{1,18})$/,
} as const;

export type CursorIds = keyof typeof FORM;

/** Names a place in a list. Clients pass it back as it is; what it holds is not promised. */
export function writeCursor({ at, id }: Position): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString('base64url');
}

/** The place that a cursor names, or null when it is none of ours. It may name no row that exists. */
export function readCursor(text: string, ids: CursorIds): Position | null {
  const inner = Buffer.from(text, 'base64url').toString('latin1');
  const [, ms, id] = FORM[ids].exec(inner) ?? [];
  if (ms === undefined || id === undefined) return null;
  const position = { at: new Date(Number(ms)), id };
  // base64url has several spellings for the same bytes; one is ours.
  return writeCursor(position) === text ? position : null;
}
