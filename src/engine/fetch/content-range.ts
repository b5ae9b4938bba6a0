import type { IncomingHttpHeaders } from 'node:http';

/** Which bytes of a source an answer holds; offsets count from 0, `last` is included. */
export interface ContentRange {
  readonly first: number;
  readonly last: number;
  /** Size of the source; null: the server does not tell it. */
  readonly whole: number | null;
}

/** `Content-Range` (RFC 9110, section 14.4); null when there is none that makes sense. */
export function contentRangeOf(headers: IncomingHttpHeaders): ContentRange | null {
  const text = headers['content-range']?.trim() ?? '';
  const [, first, last, whole] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/i.exec(text) ?? [];
  if (first === undefined) return null;
  const range = {
    first: Number(first),
    last: Number(last),
    whole: whole === '*' ? null : Number(whole),
  };
  const makesSense =
    range.last >= range.first && (range.whole === null || range.last < range.whole);
  return makesSense ? range : null;
}

/** True for a part that is everything. */
export function isWholeRange({ first, last, whole }: ContentRange): boolean {
  return first === 0 && whole !== null && last === whole - 1;
}
