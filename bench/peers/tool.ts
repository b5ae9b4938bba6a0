import type { Film } from './film.js';

/** A command that renders a film. */
export interface Rendering {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env?: Record<string, string>;
}

/** A program that renders films. */
export interface Tool {
  readonly name: string;
  /** Its version, and what it needs to run. */
  readonly version: string;
  /**
   * Writes what the tool needs into an empty folder.
   *
   * @param output path of the video
   */
  prepare(film: Film, folder: string, output: string): Promise<Rendering>;
}
