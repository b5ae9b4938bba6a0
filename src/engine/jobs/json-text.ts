/** A config as JSON. It is stored as it is, so that a large one is never read on the event loop. */
export class JsonText {
  constructor(readonly text: string) {}

  /** Size in UTF-8. */
  get bytes(): number {
    return Buffer.byteLength(this.text);
  }
}

/** A value, or the `JsonText` of it, as JSON. */
export function jsonTextOf(value: unknown): JsonText {
  return value instanceof JsonText ? value : new JsonText(JSON.stringify(value));
}
