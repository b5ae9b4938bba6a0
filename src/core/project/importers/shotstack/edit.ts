import type { ImportOptions } from '../importer.js';
import type { Report } from '../report.js';

/** A font file of the timeline. */
export interface CustomFont {
  readonly src: string;
  /** The letters and digits of its file name, in lower case. */
  readonly name: string;
}

/** What the parts of an edit need to know to be translated. */
export interface Edit {
  /** Size of the video in pixels. */
  readonly frame: { readonly width: number; readonly height: number };
  /** Pixels of the video for each pixel that the edit names: not 1 if the video is rendered at another size. */
  readonly factor: number;
  /** Whether nothing is heard. */
  readonly isMuted: boolean;
  /** Seconds at the start of the timeline that are not rendered. */
  readonly skipped: number;
  readonly fonts: readonly CustomFont[];
  /** Families about which something has been said. */
  readonly saidFonts: Set<string>;
  readonly report: Report;
  readonly options: ImportOptions;
}
