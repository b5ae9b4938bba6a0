import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { MAIN_FILE, type OutputFile } from '../../core/job/output-file.js';

/**
 * Where a file of a video goes: the video itself to `output`, the others beside it under its name
 * (`tour.mp4`, `tour.poster.jpg`).
 */
export function outputPathOf(name: string, output: string): string {
  const target = parse(output);
  return name === MAIN_FILE ? output : join(target.dir, `${target.name}.${name}`);
}

/**
 * Puts the files of a video where the user wants them, each at once: what was there before stays whole
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
    // A name of its own, and short: what the user has is not touched, and any name fits.
    const part = join(dirname(to), `.${randomBytes(12).toString('hex')}.part`);
    try {
      await copyFile(from, part);
      await rename(part, to);
    } finally {
      await rm(part, { force: true });
    }
  }
}
