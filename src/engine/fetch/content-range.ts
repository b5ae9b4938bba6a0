import type { IncomingHttpHeaders } from 'node:http';

/** The range of bytes in a response. Offsets count from 0, and `last` is included. */
export interface ContentRange {
  readonly first: number;
  readonly last: number;
  /** Size of the source, or null when it is unknown. */
  readonly whole: number | null;
}

/** `Content-Range` (RFC 9110, section 14.4); null when it is missing or not valid. */
export function contentRangeOf(headers: IncomingHttpHeaders): ContentRange | null {
  const text = headers['content-range']?.trim() ?? '';
  const [, first, last, whole] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/i.exec(text) ?? [];
  if (first === undefined) return null;
  const range = {
    first: Number(first),
    last: Number(last),
    whole: whole === '*' ? null : Number(whole),
  };
  const isValid = range.last >= range.first && (range.whole === null || range.last < range.whole);
  return isValid ? range : null;
}

/** True for a range that includes the whole source. */
export function isWholeRange({ first, last, whole }: ContentRange): boolean {
  return first === 0 && whole !== null && last === whole - 1;
}
