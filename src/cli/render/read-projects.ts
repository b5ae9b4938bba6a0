import type { Config } from '../../config/types.js';
import { readJson5 } from '../../core/json/read-json5.js';
import type { ParseResult } from '../../core/project/parse-project.js';
import { fillVariables } from '../../core/project/variables/declared-variables.js';
import type { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { parseConfig, parseSettings } from '../../pipeline/parse-config.js';
import { InputError } from '../input-error.js';
import { readTextFile, STANDARD_INPUT } from '../files/read-text-file.js';
import type { VariableSet } from '../variables/variable-set.js';
import { type VariableOptions, variableSets } from '../variables/variable-sets.js';

/** The result of reading a project file with one set of variables. */
export type ProjectResult = ParseResult & Pick<VariableSet, 'variables' | 'where'>;

export interface ProjectResults {
  readonly projects: readonly ProjectResult[];
  /** The content of the project file as JSON, line by line; empty if it is not JSON, because the issues then name their lines. */
  readonly text: string;
  /** What the project file contains; null if it is not JSON. */
  readonly input: unknown;
  /** Warnings about guessed encodings. */
  readonly warnings: readonly string[];
}

/**
 * Reads and checks a project file once for each set of variables. A file that is not valid JSON results in one
 * project with issues.
 *
 * @throws InputError for files and variables that cannot be read
 */
export async function readProjects(
  file: string,
  fonts: FontCatalog,
  settings: Pick<Config, 'subtitles' | 'limits' | 'browser'>,
  options: VariableOptions = {},
): Promise<ProjectResults> {
  if (file === STANDARD_INPUT && options.variables === STANDARD_INPUT) {
    throw new InputError(
      'The project and its variables cannot both be read from the standard input.',
    );
  }
  const { text, warnings } = await readTextFile(file);
  const input = readJson5(text, 'The file');
  if (!input.ok) {
    return {
      projects: [{ ok: false, issues: input.issues, variables: {}, where: null }],
      text: '',
      input: null,
      warnings,
    };
  }
  const { sets, warnings: setWarnings } = await variableSets(options, ownVariables(input.value));
  const projects = sets.map(({ variables, where, issues }): ProjectResult => {
    if (issues.length > 0) return { ok: false, issues, variables, where };
    const filled = fillVariables(input.value, [], variables);
    const config = filled.ok ? filled.config : input.value;
    return { ...parseConfig(config, fonts, parseSettings(settings, true)), variables, where };
  });
  return {
    projects,
    text: input.json,
    input: input.value,
    warnings: [...warnings, ...setWarnings],
  };
}

function ownVariables(input: unknown): Readonly<Record<string, unknown>> {
  const own = (input as { variables?: unknown } | null)?.variables;
  return typeof own === 'object' && own !== null ? (own as Record<string, unknown>) : {};
}
