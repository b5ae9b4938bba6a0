import { counted } from '../util/counted.js';

/** Formats a number of bytes: `512 bytes`, `34 KB`, `3.5 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte');
  if (bytes < 1_000_000) return `${Math.floor(bytes / 1_000)} KB`;
  const tenths = Math.floor(bytes / 100_000) / 10;
  return `${bytes < 10_000_000 ? tenths : Math.floor(tenths)} MB`;
}

/** Formats milliseconds as seconds: `1.5 s`. */
export function formatSeconds(ms: number): string {
  return `${ms < 10_000 ? Math.round(ms / 100) / 10 : Math.round(ms / 1000)} s`;
}

/** Formats a part of a total, which may be unknown: `3 of 12 MB`. */
export function formatProgress(bytes: number, total: number | null): string {
  const part = formatBytes(bytes);
  if (total === null) return part;
  const [of, unit] = formatBytes(total).split(' ');
  return `${part.replace(` ${unit}`, '')} of ${of} ${unit}`;
}
