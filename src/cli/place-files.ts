import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { MAIN_FILE, type OutputFile } from '../core/job/output-file.js';

/**
 * Puts the files of a video where the user wants them: the video at `output`, the others beside it
 * under its name (`tour.mp4`, `tour.poster.jpg`).
 *
 * @returns the paths, in the order of the files
 */
export async function placeFiles(
  folder: string,
  files: readonly OutputFile[],
  output: string,
): Promise<string[]> {
  const { dir, name } = parse(output);
  const paths = files.map((file) =>
    file.name === MAIN_FILE ? output : join(dir, `${name}.${file.name}`),
  );
  await mkdir(dirname(output), { recursive: true });
  for (const [index, file] of files.entries()) {
    await move(join(folder, file.name), paths[index]!);
  }
  return paths;
}

/** The folder may be on another disk, where nothing can be renamed to. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const part = `${to}.part`;
    try {
      await copyFile(from, part);
      await rename(part, to);
    } finally {
      await rm(part, { force: true });
    }
  }
}
