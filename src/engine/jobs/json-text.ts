/** A config as JSON. It is stored as it is, so that a large one is never read on the event loop. */
export class JsonText {
  constructor(readonly text: string) {}
}
