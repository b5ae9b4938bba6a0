import { basename, dirname, extname, resolve } from 'node:path';
import { MAIN_FILE } from '../../core/job/output-file.js';
import { fileNamesOf, sourceReferencesOf } from '../../core/project/project-files.js';
import type { Project } from '../../core/project/types/index.js';
import { identityOf, writeProblem, futureIdentityOf } from './file-identity.js';
import { InputError } from '../input-error.js';
import { outputPathOf } from './move-output-files.js';
import { STANDARD_INPUT } from './read-text-file.js';

/** A video that is to be made. */
export interface PlannedOutput {
  readonly project: Project;
  /** Absolute. */
  readonly outputPath: string;
}

/** Files that a run reads from besides the sources of its projects. */
export interface InputFiles {
  readonly project: string;
  readonly variables: string | null;
}

/**
 * Refuses, before anything is rendered, what would overwrite a file that the run reads from, under
 * whichever name; two files of a run at one place; a place where no file can be; and the name of
 * another type of file.
 *
 * @throws InputError
 */
export async function checkOutputs(
  jobs: readonly PlannedOutput[],
  given: InputFiles,
): Promise<void> {
  const inputs = await inputsOf(jobs, given);
  const places = new Map<string, string>();
  for (const { project, outputPath } of jobs) {
    checkEnding(outputPath);
    for (const name of fileNamesOf(project)) {
      const path = outputPathOf(name, outputPath);
      const what = name === MAIN_FILE ? `The output ${path}` : `The file ${path} beside the video`;
      const problem = await writeProblem(path);
      if (problem !== null) throw new InputError(`${what} ${problem}.`);
      const identity = await identityOf(path);
      const input = identity === null ? undefined : inputs.get(identity);
      if (input !== undefined) {
        throw new InputError(`${what} is ${input}, which it would overwrite. Give another name.`);
      }
      const place = identity ?? (await futureIdentityOf(path));
      const other = places.get(place);
      if (other !== undefined) {
        throw new InputError(`${what} and ${other} are one file; use {{ index }} in the name.`);
      }
      places.set(place, path);
    }
  }
}

function checkEnding(path: string): void {
  if (basename(path) === '-') {
    throw new InputError('A video cannot be written to the standard output. Give a file.');
  }
  const ending = extname(path);
  if (ending === '' || ending.toLowerCase() === '.mp4') return;
  throw new InputError(
    `The output ${path} would be an MP4 under the name of another type. Let it end in .mp4; a WebM, ` +
      'GIF, picture or sound is made by the "outputs" of the project.',
  );
}

/** What the files are that a run reads from, by their identity. */
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
