/** A table as it is written. */
export interface Csv {
  readonly delimiter: string;
  readonly records: readonly CsvRecord[];
  /** Where the text is no table; null if it is one. */
  readonly fault: { readonly kind: 'unclosed' | 'quote'; readonly line: number } | null;
}

export interface CsvRecord {
  /** The line that it starts in, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const DELIMITERS = [',', ';', '\t', '|'];
/** The first line of a file that tells a spreadsheet the delimiter. */
const SEP_LINE = /^"?sep=([^\r\n"])"?(\r\n|\r|\n|$)/i;
const SAMPLED_RECORDS = 5;

/**
 * Reads a table as spreadsheets save and copy it: RFC 4180 with any of four delimiters, quoted cells with line breaks, a
 * mark of the byte order, and a first line `sep=;`. Empty lines are skipped.
 */
export function readCsv(text: string): Csv {
  const plain = text.replace(/^\uFEFF/, '');
  const sepLine = SEP_LINE.exec(plain);
  const skipped = sepLine?.[0] ?? '';
  const body = plain.slice(skipped.length);
  const delimiter = sepLine?.[1] ?? detect(body);
  const firstLine = skipped === '' ? 1 : 2;
  return { delimiter, ...readRecords(body, delimiter, firstLine) };
}

/** The delimiter that is most frequent in the first record, preferably equally in those after it. */
function detect(text: string): string {
  const ranks = DELIMITERS.map((delimiter) => {
    const { records } = readRecords(text, delimiter, 1, SAMPLED_RECORDS);
    const [count = 0, ...others] = records.map(({ cells }) => cells.length - 1);
    const isEven = others.every((other) => other === count);
    return { delimiter, rank: count === 0 ? 0 : count + (isEven ? 1_000_000 : 0) };
  });
  return ranks.reduce((best, each) => (each.rank > best.rank ? each : best)).delimiter;
}

function readRecords(
  text: string,
  delimiter: string,
  firstLine: number,
  most = Infinity,
): Pick<Csv, 'records' | 'fault'> {
  const records: CsvRecord[] = [];
  let fault: Csv['fault'] = null;
  let line = firstLine;
  let at = 0;
  while (at < text.length && records.length < most) {
    const startLine = line;
    const cells: string[] = [];
    for (;;) {
      const cell = readCell(text, at, delimiter);
      cells.push(cell.value);
      if (cell.fault !== null) fault ??= { kind: cell.fault, line };
      line += cell.lines;
      at = cell.end;
      if (text[at] !== delimiter) break;
      at++;
    }
    if (text.startsWith('\r\n', at)) at += 2;
    else at++;
    line++;
    if (cells.some((cell) => cell.trim() !== '')) records.push({ line: startLine, cells });
  }
  return { records, fault };
}

interface Cell {
  readonly value: string;
  /** Index after the last character. */
  readonly end: number;
  /** The line breaks within. */
  readonly lines: number;
  readonly fault: 'unclosed' | 'quote' | null;
}

function readCell(text: string, from: number, delimiter: string): Cell {
  if (text[from] !== '"') {
    const end = endOfPlain(text, from, delimiter);
    return { value: text.slice(from, end), end, lines: 0, fault: null };
  }
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) {
      value += text.slice(at);
      return { value, end: text.length, lines: breaksIn(value), fault: 'unclosed' };
    }
    value += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') break;
    value += '"';
    at++;
  }
  const end = endOfPlain(text, at, delimiter);
  const rest = text.slice(at, end);
  const fault = rest.trim() === '' ? null : ('quote' as const);
  return { value: fault === null ? value : value + rest, end, lines: breaksIn(value), fault };
}

/** Where a cell without quotes ends. */
function endOfPlain(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
