const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for a UUID of any version; what is none can be the id of nothing. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
