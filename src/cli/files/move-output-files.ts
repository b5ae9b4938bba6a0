import { copyFile, mkdir, rename } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { MAIN_FILE, type OutputFile } from '../../core/job/output-file.js';
import { writeAtomically } from '../../engine/files/write-atomically.js';

/**
 * The path of an output file: the video itself is `output`, and the others are next to it and share its name
 * (`tour.mp4`, `tour.poster.jpg`).
 */
export function outputPathOf(name: string, output: string): string {
  const target = parse(output);
  return name === MAIN_FILE ? output : join(target.dir, `${target.name}.${name}`);
}

/**
 * Moves the files of a video to their output paths. Each move is atomic, so that an existing file stays intact
 * until then.
 *
 * @returns the paths, in the order of the files
 */
export async function moveOutputFiles(
  folder: string,
  files: readonly OutputFile[],
  output: string,
): Promise<string[]> {
  const paths = files.map(({ name }) => outputPathOf(name, output));
  await mkdir(dirname(output), { recursive: true });
  for (const [index, file] of files.entries()) {
    await moveFile(join(folder, file.name), paths[index]!);
  }
  return paths;
}

/** Moves a file in one step, also to another file system, where renaming is impossible. */
export async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await writeAtomically(to, (part) => copyFile(from, part));
  }
}
