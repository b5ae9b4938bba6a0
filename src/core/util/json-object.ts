/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for JSON objects, but not for lists and null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
