import { basename, parse, resolve } from 'node:path';
import {
  fillTextTemplate,
  hasExpressions,
  parseTextTemplate,
} from '../../core/expressions/text-template.js';
import { VariableScope } from '../../core/project/variables/variable-scope.js';
import { InputError } from '../input-error.js';

/**
 * The output paths of the videos. Expressions in the pattern are filled in (`index` counts from 1). Without
 * expressions, several videos are numbered.
 *
 * @throws InputError when two videos have the same path, or a path is not a file name
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
    `Two videos have the output ${twice}. Use {{ index }} or a variable that differs.`,
  );
}

/**
 * Resolves the absolute path of a file.
 *
 * @throws InputError for a folder, which may not exist yet, and for an empty name, which would be a hidden file
 */
function resolveFile(path: string): string {
  if (path.endsWith('/')) {
    throw new InputError(`The output ${path} is a folder. Enter the name of a file in it.`);
  }
  if (basename(path).toLowerCase() === '.mp4') {
    throw new InputError(`The output ${path} has no name before the extension. Enter a name.`);
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
  throw new InputError(`The value of ${pattern} is not a file name.`);
}

/** Sanitizes a value for a file name, so that it cannot select a folder. */
function fileNameOf(value: unknown): unknown {
  return typeof value === 'string'
    ? value.replace(/[^\p{L}\p{N}_. -]/gu, '-').replace(/^\.+/, '')
    : value;
}
