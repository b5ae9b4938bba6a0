/** A value as its author wrote it: a text without quotation marks, and anything else as JSON. */
export function asWritten(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
