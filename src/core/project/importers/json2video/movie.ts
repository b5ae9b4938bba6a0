import type { ImportOptions } from '../importer.js';
import type { Report } from '../report.js';

/** What the parts of a movie need to know to be translated. */
export interface Movie {
  /** Size of the movie in pixels. */
  readonly frame: { readonly width: number; readonly height: number };
  readonly report: Report;
  readonly options: ImportOptions;
}
