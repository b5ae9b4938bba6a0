import { basename, parse, resolve } from 'node:path';
import {
  fillTextTemplate,
  hasExpressions,
  parseTextTemplate,
} from '../../core/expressions/text-template.js';
import { VariableScope } from '../../core/project/variables/variable-scope.js';
import { InputError } from '../input-error.js';

/**
 * Where the videos of several sets of variables go. `{{ }}` in the pattern are filled in (`index`
 * counts from 1); without any, several are numbered.
 *
 * @throws InputError when two would go to the same file, or one to none
 */
export function outputPaths(
  pattern: string,
  sets: readonly Readonly<Record<string, unknown>>[],
): string[] {
  const paths = sets.map((variables, index) => {
    if (hasExpressions(pattern)) return resolveFile(fillPattern(pattern, variables, index + 1));
    const path = resolveFile(pattern);
    if (sets.length === 1) return path;
    const { dir, name, ext } = parse(path);
    return resolve(dir, `${name}-${index + 1}${ext}`);
  });
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice === undefined) return paths;
  throw new InputError(
    `Two videos would go to ${twice}; use {{ index }} or what tells them apart.`,
  );
}

/**
 * The absolute path of a file.
 *
 * @throws InputError for a folder that may not be there yet, and where nothing is left of a name: such a
 *   file would be hidden
 */
function resolveFile(path: string): string {
  if (path.endsWith('/')) {
    throw new InputError(`The output ${path} is a folder. Give the name of a file in it.`);
  }
  if (basename(path).toLowerCase() === '.mp4') {
    throw new InputError(`The output ${path} has no name before its ending. Give it one.`);
  }
  return resolve(path);
}

function fillPattern(
  pattern: string,
  variables: Readonly<Record<string, unknown>>,
  index: number,
): string {
  const safe = Object.entries(variables).map(([name, value]) => [name, fileNameOf(value)] as const);
  const scope = VariableScope.empty.with(new Map<string, unknown>([['index', index], ...safe]));
  const name = fillTextTemplate(parseTextTemplate(pattern), scope);
  if (typeof name === 'string' || typeof name === 'number') return String(name);
  throw new InputError(`${pattern} becomes no name of a file.`);
}

/** A text as a part of a file name: a value chooses a name, not a folder. */
function fileNameOf(value: unknown): unknown {
  return typeof value === 'string'
    ? value.replace(/[^\p{L}\p{N}_. -]/gu, '-').replace(/^\.+/, '')
    : value;
}
