import { readFile } from 'node:fs/promises';
import type { ParseResult } from '../core/project/parse-project.js';
import { fillVariables } from '../core/project/variables/declared-variables.js';
import type { FontCatalogue } from '../engine/fonts/font-catalogue.js';
import { parseConfig } from '../pipeline/parse-config.js';
import { type VariableOptions, type VariableSet, variableSets } from './variable-sets.js';

/** What came of a project file with one set of variables. */
export type ReadProject = ParseResult & Pick<VariableSet, 'variables' | 'where'>;

/**
 * Reads and checks a project file, once for each set of variables; a file that is no JSON reads as one
 * issue.
 *
 * @throws VariablesError for variables that cannot be read
 */
export async function readProjects(
  file: string,
  fonts: FontCatalogue,
  subtitleDefaults: Readonly<Record<string, unknown>>,
  options: VariableOptions = {},
): Promise<ReadProject[]> {
  const text = await readFile(file, 'utf8');
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    const message = `This is not JSON: ${(error as Error).message}`;
    return [{ ok: false, issues: [{ pointer: '', message }], variables: {}, where: null }];
  }
  const sets = await variableSets(options, ownVariables(input));
  return sets.map(({ variables, where, issues }) => {
    if (issues.length > 0) return { ok: false, issues, variables, where };
    const filled = fillVariables(input, [], variables);
    const config = filled.ok ? filled.config : input;
    const settings = { subtitleDefaults, localSources: true };
    return { ...parseConfig(config, { fonts }, settings), variables, where };
  });
}

function ownVariables(input: unknown): Readonly<Record<string, unknown>> {
  const own = (input as { variables?: unknown } | null)?.variables;
  return typeof own === 'object' && own !== null ? (own as Record<string, unknown>) : {};
}
