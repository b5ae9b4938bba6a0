import type { FontFile } from './font-file.js';

/** Files of a family. To list those of all families takes longer than to check a config, so each is listed when it is used. */
export interface FontGroup {
  readonly family: string;
  /** @throws Error if the files cannot be listed */
  files(): readonly FontFile[];
}

/** A group whose files are listed once. */
export function lazyGroup(family: string, list: () => readonly FontFile[]): FontGroup {
  let files: readonly FontFile[] | null = null;
  return { family, files: () => (files ??= list()) };
}

/** A group of a file that is known. */
export function groupOf(file: FontFile): FontGroup {
  return { family: file.info.family, files: () => [file] };
}
