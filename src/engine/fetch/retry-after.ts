import type { IncomingHttpHeaders } from 'node:http';

/** `Retry-After` in milliseconds from now: seconds, or a date (RFC 9110, section 10.2.3). */
export function retryAfter(header: string | undefined, nowMs: number): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  if (/^\d{1,9}(\.\d{1,3})?$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}

/** The seconds that a response asks to wait for, or null. */
export function requestedSeconds(headers: Pick<IncomingHttpHeaders, 'retry-after'>): number | null {
  const ms = retryAfter(headers['retry-after'], Date.now());
  return ms === null ? null : ms / 1000;
}
