import { texts } from '../../texts/index.js';
import { type Csv, readCsv } from './read-csv.js';
import { readValue } from './read-value.js';
import type { Variable } from './variables.js';

/** A row of a table as the variables of a video. */
export interface Row {
  /** From 1, without the row of the names. */
  readonly number: number;
  readonly cells: readonly string[];
  readonly variables: Readonly<Record<string, unknown>>;
  readonly problems: readonly string[];
}

/** A table, and what it means for the variables of a config. */
export interface Table {
  readonly delimiter: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** What is wrong with the table as a whole, or null. */
  readonly problem: string | null;
}

/** The variable of each column. Null: the column is left out. */
export type Mapping = readonly (string | null)[];

/** The columns of a table by their names, whatever their case and separators. */
export function mapColumns(columns: readonly string[], variables: readonly Variable[]): Mapping {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return columns.map((column) => {
    const exact = variables.find(({ name }) => name === column);
    const near = variables.find(({ name }) => plain(name) === plain(column));
    return (exact ?? near)?.name ?? null;
  });
}

/** The names of the columns of a table. */
export function columnsOf(csv: Csv): readonly string[] {
  return csv.records[0]?.cells.map((name) => name.trim()) ?? [];
}

/** Reads a table for the variables of a config. */
export function readTable(csv: Csv, mapping: Mapping, variables: readonly Variable[]): Table {
  const columns = columnsOf(csv);
  const rows = csv.records
    .slice(1)
    .map(({ cells }, index) => readRow(cells, index + 1, columns.length, mapping, variables));
  return { delimiter: csv.delimiter, columns, rows, problem: problemOf(csv, mapping, rows.length) };
}

/** A table with the names of all variables, and their defaults as its row. */
export function exampleTable(
  variables: readonly Variable[],
  write: (value: unknown) => string,
): string {
  const line = (cells: readonly string[]) => `${cells.map(quoted).join(',')}\r\n`;
  return (
    line(variables.map(({ name }) => name)) + line(variables.map((each) => write(each.default)))
  );
}

/** A cell as CSV. */
export function quoted(cell: string): string {
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function problemOf(csv: Csv, mapping: Mapping, rows: number): string | null {
  const words = texts.runs.table;
  if (csv.fault !== null) return words[csv.fault.kind](csv.fault.line);
  const twice = mapping.find((name, index) => name !== null && mapping.indexOf(name) !== index);
  if (twice !== null && twice !== undefined) return words.twice(twice);
  return csv.records.length > 0 && rows === 0 ? words.noRows : null;
}

function readRow(
  cells: readonly string[],
  number: number,
  columns: number,
  mapping: Mapping,
  variables: readonly Variable[],
): Row {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  const words = texts.runs;
  if (cells.length !== columns) problems.push(words.table.cells(cells.length, columns));
  for (const variable of variables) {
    const cell = cells[mapping.indexOf(variable.name)] ?? '';
    // An empty cell sets nothing, so that the default applies.
    if (cell === '') {
      if (variable.default === undefined && !variable.isOptional)
        problems.push(`${variable.name}: ${words.missing}`);
      continue;
    }
    const read = readValue(cell, variable.type);
    if (read.isValid) values[variable.name] = read.value;
    else problems.push(`${variable.name}: ${read.problem}`);
  }
  return { number, cells, variables: values, problems };
}

/** Reads the text of a file, whatever its encoding. */
export async function textOfFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What spreadsheets of Windows save without a mark.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export { readCsv };
