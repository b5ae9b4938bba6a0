/** Formats a time as in SubRip (`hh:mm:ss,mmm`) or WebVTT (`hh:mm:ss.mmm`). */
export function formatTimestamp(ms: number, decimalMark: ',' | '.'): string {
  const pad = (value: number, digits: number) => String(value).padStart(digits, '0');
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return `${pad(hours, 2)}:${pad(minutes % 60, 2)}:${pad(seconds % 60, 2)}${decimalMark}${pad(ms % 1000, 3)}`;
}
