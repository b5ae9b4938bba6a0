const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for a UUID of any version. No other text is the ID of a job, template or batch. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
