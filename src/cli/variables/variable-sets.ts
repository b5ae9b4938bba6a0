import { extname } from 'node:path';
import { readJson } from '../../core/json/read-json.js';
import { readTextVariables } from '../../core/project/variables/text-variables.js';
import { csvVariables } from './csv-variables.js';
import { InputError } from '../input-error.js';
import { jsonVariables } from './json-variables.js';
import { readTextFile } from '../files/read-text-file.js';
import type { VariableValues, VariableSet } from './variable-set.js';

export interface VariableOptions {
  /** `name=text` or `name:=json`, in the order given. */
  readonly var?: readonly string[];
  /** A file of sets: CSV, JSON or JSON lines. */
  readonly variables?: string;
  /** Of that file; undefined: it is found out. */
  readonly encoding?: string;
}

/** Endings of files that are tables; any other is JSON. */
const TABLES = new Set(['.csv', '.tsv', '.txt']);

/**
 * The sets of variables that options give: one for each video, without a file one alone.
 *
 * @param own the `variables` of the config, which give texts their types
 * @throws InputError
 */
export async function variableSets(
  { var: options = [], variables: file, encoding }: VariableOptions,
  own: VariableValues,
): Promise<{ sets: VariableSet[]; warnings: readonly string[] }> {
  if (file === undefined && encoding !== undefined) {
    throw new InputError('--encoding is that of a variables file: give one with --variables.');
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
      throw new InputError(`"${option}" is no variable; write name=text, or name:=5 for JSON.`);
    }
    if (Object.hasOwn(texts, name) || Object.hasOwn(values, name)) {
      throw new InputError(`The variable "${name}" is given twice; keep one.`);
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
  throw new InputError(`"${text}" of "${name}" is not JSON. ${pointer} ${message}`);
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
  if (rows.length === 0) throw new InputError(`${file} has no variables in it.`);
  return { rows, warnings };
}
