import type { Position } from '../../engine/database/conditions.js';

/** Milliseconds since 1970, a dot, and an ID: the UUID of a job or the number of an audit event. */
const FORMATS = {
  uuid: /^(\d{1,13})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
  number: /^(\d{1,13})\.(\d{1,18})$/,
} as const;

/** The kind of ID that the rows of a list have. */
export type CursorIds = keyof typeof FORMATS;

/** Encodes a position in a list. The format is private: clients send a cursor back unchanged. */
export function writeCursor({ at, id }: Position): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString('base64url');
}

/**
 * Decodes a cursor; null if `writeCursor` did not write it. The row at the position may no longer
 * exist.
 */
export function readCursor(text: string, ids: CursorIds): Position | null {
  const decoded = Buffer.from(text, 'base64url').toString('latin1');
  const [, ms, id] = FORMATS[ids].exec(decoded) ?? [];
  if (ms === undefined || id === undefined) return null;
  const position = { at: new Date(Number(ms)), id };
  // Several base64url texts decode to the same bytes. Only the canonical one is accepted.
  return writeCursor(position) === text ? position : null;
}
