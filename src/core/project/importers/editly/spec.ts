import type { ImportOptions } from '../importer.js';
import type { Report } from '../report.js';

/** What the parts of a spec need to know to be translated. */
export interface Spec {
  /** Size of the video in pixels. */
  readonly frame: { readonly width: number; readonly height: number };
  readonly report: Report;
  readonly options: ImportOptions;
  /** Takes the next of some values, where editly takes one at random. The same spec always takes the same. */
  readonly any: <T>(values: readonly T[]) => T;
}

/** A function that takes the values of lists in turn. */
export function takingTurns(): Spec['any'] {
  let turn = 0;
  return (values) => values[turn++ % values.length]!;
}
