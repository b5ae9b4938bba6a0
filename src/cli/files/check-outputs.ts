import { dirname, extname, resolve } from 'node:path';
import { MAIN_FILE } from '../../core/job/output-file.js';
import { fileNamesOf, sourceReferencesOf } from '../../core/project/project-files.js';
import type { Project } from '../../core/project/types/index.js';
import { identityOf, writeProblem, futureIdentityOf } from './file-identity.js';
import { InputError } from '../input-error.js';
import { outputPathOf } from './move-output-files.js';
import { STANDARD_INPUT } from './read-text-file.js';

/** A video to render, or a picture of it. */
export interface PlannedOutput {
  readonly project: Project;
  /** Absolute path. */
  readonly outputPath: string;
  /** The extensions of its file type, when it is not an MP4. The picture is then the only file. */
  readonly pictureTypes?: readonly string[];
}

/** Files that a run reads, besides sources. */
export interface InputFiles {
  readonly project: string;
  readonly variables: string | null;
}

/**
 * Checks output files before anything is rendered. An output must not overwrite an input of the run under any
 * name, collide with another output, have a path that cannot be written, or have the extension of another
 * file type.
 *
 * @throws InputError
 */
export async function checkOutputs(
  jobs: readonly PlannedOutput[],
  given: InputFiles,
): Promise<void> {
  const inputs = await inputsOf(jobs, given);
  const places = new Map<string, string>();
  for (const job of jobs) {
    const { outputPath, pictureTypes } = job;
    if (pictureTypes === undefined) checkEnding(outputPath);
    else checkPictureEnding(outputPath, pictureTypes);
    for (const { path, what } of filesOf(job)) {
      const problem = await writeProblem(path);
      if (problem !== null) throw new InputError(`${what} ${problem}.`);
      const identity = await identityOf(path);
      const input = identity === null ? undefined : inputs.get(identity);
      if (input !== undefined) {
        throw new InputError(`${what} would overwrite ${input}. Choose another name.`);
      }
      const place = identity ?? (await futureIdentityOf(path));
      const other = places.get(place);
      if (other !== undefined) {
        throw new InputError(
          `${what} and ${other} are the same file. Use {{ index }} in the name.`,
        );
      }
      places.set(place, path);
    }
  }
}

/**
 * Refuses to replace files. A render takes long, so this is found before.
 *
 * @param mayReplace true for paths that are no loss
 * @throws InputError
 */
export async function refuseExisting(
  jobs: readonly PlannedOutput[],
  mayReplace: (path: string) => boolean,
): Promise<void> {
  for (const { path, what } of jobs.flatMap(filesOf)) {
    if (mayReplace(path) || (await identityOf(path)) === null) continue;
    throw new InputError(
      `${what} already exists. Choose another name, or replace it with --force.`,
    );
  }
}

/** The paths that a job writes, each with the subject of messages about it. */
function filesOf({ project, outputPath, pictureTypes }: PlannedOutput) {
  const names = pictureTypes === undefined ? fileNamesOf(project) : [MAIN_FILE];
  return names.map((name) => {
    const path = outputPathOf(name, outputPath);
    const what = name === MAIN_FILE ? `The output ${path}` : `The file ${path} next to the video`;
    return { path, what };
  });
}

function checkEnding(path: string): void {
  const ending = extname(path);
  if (ending === '' || ending.toLowerCase() === '.mp4') return;
  throw new InputError(
    `The output ${path} is an MP4, but has the extension of another file type. Use .mp4. To create a ` +
      'WebM, GIF, picture, or audio file, use "outputs" in the project file.',
  );
}

function checkPictureEnding(path: string, types: readonly string[]): void {
  if (types.includes(extname(path).toLowerCase())) return;
  throw new InputError(`The output ${path} is a picture. Use one of ${types.join(', ')}.`);
}

/** Descriptions of the files that a run reads, by file identity. */
async function inputsOf(
  jobs: readonly PlannedOutput[],
  { project, variables }: InputFiles,
): Promise<ReadonlyMap<string, string>> {
  const folder = dirname(resolve(project));
  const paths = new Map<string, string>();
  for (const job of jobs) {
    for (const { src, pointer } of sourceReferencesOf(job.project)) {
      if (!/^https?:/i.test(src)) paths.set(resolve(folder, src), `the source at ${pointer}`);
    }
  }
  if (variables !== null) paths.set(resolve(variables), 'the variables file');
  if (project !== STANDARD_INPUT) paths.set(resolve(project), 'the project file');
  const inputs = new Map<string, string>();
  for (const [path, what] of paths) {
    const identity = await identityOf(path);
    if (identity !== null) inputs.set(identity, what);
  }
  return inputs;
}
