import { readTextVariables } from '../core/project/variables/text-variables.js';
import { InputError } from './input-error.js';
import { delimiterOf } from './csv-delimiter.js';
import type { Values, VariableSet } from './variable-set.js';

/**
 * The sets of a CSV file: the first row has the names, and an empty cell gives nothing, so that defaults
 * stand. Rows without any value, as spreadsheets leave them behind, are none.
 *
 * @param own the `variables` of the config, which give texts their types
 * @throws InputError
 */
export async function csvVariables(
  file: string,
  text: string,
  own: Values,
): Promise<VariableSet[]> {
  const [header, ...rows] = await recordsOf(file, text);
  const names = namesOf(file, header ?? []);
  return rows.flatMap((cells, index) => {
    const where = `${file}: row ${index + 1}`;
    const entries = cells.flatMap((cell, column) =>
      cell === '' ? [] : [[names[column] ?? '', cell] as const],
    );
    if (entries.length === 0) return [];
    if (entries.some(([name]) => name === '')) {
      throw new InputError(`${where} has a value in a column without a name.`);
    }
    return [{ ...readTextVariables(Object.fromEntries(entries), own), where }];
  });
}

async function recordsOf(file: string, text: string): Promise<string[][]> {
  // Loaded only now: a render without such a file starts sooner.
  const { parse } = await import('csv-parse/sync');
  const { delimiter, start } = delimiterOf(text);
  try {
    return parse(text.slice(start), { delimiter, skip_empty_lines: true });
  } catch (error) {
    throw new InputError(`${file} is no CSV: ${(error as Error).message}`);
  }
}

function namesOf(file: string, header: readonly string[]): string[] {
  const names = header.map((name) => name.trim());
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice === undefined) return names;
  throw new InputError(`${file} has two columns named ${JSON.stringify(twice)}; keep one.`);
}
