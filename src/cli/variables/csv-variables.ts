import { readTextVariables } from '../../core/project/variables/text-variables.js';
import { InputError } from '../input-error.js';
import { detectDelimiter } from './csv-delimiter.js';
import type { VariableValues, VariableSet } from './variable-set.js';

/**
 * Reads the sets of variables in a CSV file. The first row contains the names. An empty cell leaves the
 * variable unset, so that its default applies. Empty rows, which spreadsheets often leave behind, are skipped.
 *
 * @param own the `variables` of the config, which give texts their types
 * @throws InputError
 */
export async function csvVariables(
  file: string,
  text: string,
  own: VariableValues,
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

/** An error of the CSV parser. Lines count from 1. */
interface CsvError {
  readonly code?: string;
  readonly lines?: number;
}

const QUOTE_WITHIN =
  'has a double quote in a cell. Put the cell in double quotes, and double the quote: "5"" pipe".';

/** Messages by error code of the parser, whose own messages are for programmers. */
const PROBLEMS: Readonly<Record<string, string>> = {
  INVALID_OPENING_QUOTE: QUOTE_WITHIN,
  CSV_INVALID_CLOSING_QUOTE: QUOTE_WITHIN,
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: QUOTE_WITHIN,
  CSV_QUOTE_NOT_CLOSED: 'has a double quote that is never closed.',
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH:
    'has more or fewer cells than the first row. Put cells that contain the delimiter in double quotes.',
};

function problemOf({ code = '', lines }: CsvError): string {
  return `Line ${lines ?? 1} ${PROBLEMS[code] ?? 'cannot be read.'}`;
}

async function recordsOf(file: string, text: string): Promise<string[][]> {
  // Loaded on demand, so that a render without a CSV file starts faster.
  const { parse } = await import('csv-parse/sync');
  const { delimiter, start } = detectDelimiter(text);
  try {
    return parse(text.slice(start), { delimiter, skip_empty_lines: true });
  } catch (error) {
    throw new InputError(`${file} is not valid CSV. ${problemOf(error as CsvError)}`);
  }
}

function namesOf(file: string, header: readonly string[]): string[] {
  const names = header.map((name) => name.trim());
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice === undefined) return names;
  throw new InputError(`${file} has two columns named ${JSON.stringify(twice)}. Keep one of them.`);
}
