import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Issue } from '../core/fields/issues.js';
import { parseJson, readTextVariables } from '../core/project/variables/text-variables.js';

export interface VariableOptions {
  /** `name=text` or `name:=json`, in the order given. */
  readonly var?: readonly string[];
  /** A file of sets: CSV, JSON or JSON lines. */
  readonly variables?: string;
}

/** The variables of one video. */
export interface VariableSet {
  readonly variables: Readonly<Record<string, unknown>>;
  /** Where they came from, for messages: `rows.csv: row 2`; null: the command line alone. */
  readonly where: string | null;
  readonly issues: readonly Issue[];
}

/** A file or an option that cannot be read, in words for who wrote it. */
export class VariablesError extends Error {}

type Values = Readonly<Record<string, unknown>>;

/**
 * The sets of variables that options give: one for each video, without a file one alone.
 *
 * @param own the `variables` of the config, which give texts their types
 * @throws VariablesError
 */
export async function variableSets(
  { var: options = [], variables: file }: VariableOptions,
  own: Values,
): Promise<VariableSet[]> {
  const given = fromOptions(options, own);
  const rows =
    file === undefined ? [{ variables: {}, where: null, issues: [] }] : await fromFile(file, own);
  return rows.map(({ variables, where, issues }) => ({
    variables: { ...variables, ...given.variables },
    where,
    issues: [...issues, ...given.issues],
  }));
}

function fromOptions(options: readonly string[], own: Values) {
  const texts: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const option of options) {
    const [, name, operator, text] = /^([^=:]+)(:?=)(.*)$/s.exec(option) ?? [];
    if (name === undefined || text === undefined) {
      throw new VariablesError(`"${option}" is no variable; write name=text, or name:=5 for JSON.`);
    }
    if (operator === '=') texts[name] = text;
    else {
      values[name] = parseJson(text);
      if (values[name] === undefined)
        throw new VariablesError(`"${text}" of "${name}" is not JSON.`);
    }
  }
  const read = readTextVariables(texts, own);
  return { variables: { ...read.variables, ...values }, issues: read.issues };
}

async function fromFile(file: string, own: Values): Promise<VariableSet[]> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new VariablesError(`${file} cannot be read: ${error.message}`);
  });
  const rows =
    extname(file).toLowerCase() === '.csv' ? await csvRows(file, text, own) : jsonRows(file, text);
  if (rows.length === 0) throw new VariablesError(`${file} has no variables in it.`);
  return rows;
}

/** The first row has the names; an empty cell gives nothing, so that defaults stand. */
async function csvRows(file: string, text: string, own: Values): Promise<VariableSet[]> {
  // Loaded only now: a render without such a file starts sooner.
  const { parse: parseCsv } = await import('csv-parse/sync');
  let records: Record<string, string>[];
  try {
    records = parseCsv(text, { columns: true, bom: true, skip_empty_lines: true });
  } catch (error) {
    throw new VariablesError(`${file} is no CSV: ${(error as Error).message}`);
  }
  return records.map((record, index) => {
    const cells = Object.entries(record).filter(([, cell]) => cell !== '');
    const read = readTextVariables(Object.fromEntries(cells), own);
    return { ...read, where: `${file}: row ${index + 1}` };
  });
}

/** An object, a list of objects, or an object a line. */
function jsonRows(file: string, text: string): VariableSet[] {
  const whole = parseJson(text);
  const values =
    whole === undefined
      ? text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map(parseJson)
      : Array.isArray(whole)
        ? (whole as unknown[])
        : [whole];
  return values.map((value, index) => {
    const where = `${file}: item ${index + 1}`;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new VariablesError(`${where} is no JSON object of variables.`);
    }
    return { variables: value as Values, where, issues: [] };
  });
}
