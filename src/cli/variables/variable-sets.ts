import { extname } from 'node:path';
import { readJson } from '../../core/json/read-json.js';
import { readTextVariables } from '../../core/project/variables/text-variables.js';
import { csvVariables } from './csv-variables.js';
import { InputError } from '../input-error.js';
import { jsonVariables } from './json-variables.js';
import { readTextFile } from '../files/read-text-file.js';
import type { VariableValues, VariableSet } from './variable-set.js';

export interface VariableOptions {
  /** `name=text` or `name:=json`, in order. */
  readonly var?: readonly string[];
  /** A file with sets of variables: CSV, JSON, or JSON Lines. */
  readonly variables?: string;
  /** The encoding of that file. It is detected if undefined. */
  readonly encoding?: string;
}

/** Extensions of tables. Any other file is JSON. */
const TABLES = new Set(['.csv', '.tsv', '.txt']);

/**
 * The sets of variables from the options: one per video. Without a file, there is one set.
 *
 * @param own the `variables` of the config, which determine the types of text values
 * @throws InputError
 */
export async function variableSets(
  { var: options = [], variables: file, encoding }: VariableOptions,
  own: VariableValues,
): Promise<{ sets: VariableSet[]; warnings: readonly string[] }> {
  if (file === undefined && encoding !== undefined) {
    throw new InputError('--encoding requires a variables file. Add --variables.');
  }
  const given = fromOptions(options, own);
  const { rows, warnings } =
    file === undefined
      ? { rows: [{ variables: {}, where: null, issues: [] }], warnings: [] }
      : await fromFile(file, encoding, own);
  const sets = rows.map(({ variables, where, issues }) => ({
    variables: { ...variables, ...given.variables },
    where,
    issues: [...issues, ...given.issues],
  }));
  return { sets, warnings };
}

function fromOptions(options: readonly string[], own: VariableValues) {
  const texts: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const option of options) {
    const [, name, operator, text] = /^([^=:]+)(:?=)(.*)$/s.exec(option) ?? [];
    if (name === undefined || text === undefined) {
      throw new InputError(
        `"${option}" does not set a variable. Use name=text, or name:=5 for JSON.`,
      );
    }
    // Setting this property of an object sets something else.
    if (name === '__proto__') {
      throw new InputError('"__proto__" cannot be the name of a variable. Choose another name.');
    }
    if (Object.hasOwn(texts, name) || Object.hasOwn(values, name)) {
      throw new InputError(`The variable "${name}" is set twice. Keep one of them.`);
    }
    if (operator === '=') texts[name] = text;
    else values[name] = jsonOf(name, text);
  }
  const read = readTextVariables(texts, own);
  return { variables: { ...read.variables, ...values }, issues: read.issues };
}

function jsonOf(name: string, text: string): unknown {
  const read = readJson(text, `The value of "${name}"`);
  if (read.ok) return read.value;
  const [{ pointer, message } = { pointer: '', message: '' }] = read.issues;
  throw new InputError(
    `The value ${JSON.stringify(text)} of "${name}" is not JSON. ${pointer} ${message}`,
  );
}

async function fromFile(
  file: string,
  encoding: string | undefined,
  own: VariableValues,
): Promise<{ rows: VariableSet[]; warnings: readonly string[] }> {
  const { text, warnings } = await readTextFile(file, encoding);
  const rows = TABLES.has(extname(file).toLowerCase())
    ? await csvVariables(file, text, own)
    : jsonVariables(file, text);
  if (rows.length === 0) throw new InputError(`${file} contains no variables.`);
  return { rows, warnings };
}
