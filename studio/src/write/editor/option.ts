import type { Completion } from '@codemirror/autocomplete';

/** A suggestion, and what is written for it. */
export interface Option extends Completion {
  /** JSON, with the fields of a snippet, such as `"${1}"`. */
  readonly inserts: string;
}
