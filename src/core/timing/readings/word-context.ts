/** A written word and its neighbors. */
export interface WordContext {
  /** The word itself, in lower case, without the punctuation around it. */
  readonly written: string;
  /** The written words before and after it; empty at an end of the script. */
  readonly before: string;
  readonly after: string;
}
