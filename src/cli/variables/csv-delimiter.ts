const DELIMITERS = [',', ';', '\t', '|'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** Number of records that are examined. */
const SAMPLED_RECORDS = 5;

/** The first line of a file that tells Excel the delimiter. */
const SEP_LINE = /^"?sep=([^\r\n"])"?\r?\n?/i;

/**
 * Detects the delimiter of a CSV file: the one in its `sep=` line, or the most frequent candidate in the first
 * record, preferably one that is equally frequent in the following records. Excel uses the list separator of
 * the locale, which is a semicolon where the comma is the decimal separator.
 *
 * @returns the delimiter, and the index at which the records begin
 */
export function detectDelimiter(text: string): { delimiter: string; start: number } {
  const sepLine = SEP_LINE.exec(text);
  if (sepLine) return { delimiter: sepLine[1]!, start: sepLine[0].length };
  const [header, ...others] = countByRecord(text);
  const candidates = DELIMITERS.map((delimiter) => {
    const count = header?.get(delimiter) ?? 0;
    const same = others.every((record) => (record.get(delimiter) ?? 0) === count);
    return { delimiter, rank: count === 0 ? 0 : count + (same ? 1_000_000 : 0) };
  });
  const best = candidates.reduce((one, other) => (other.rank > one.rank ? other : one));
  return { delimiter: best.delimiter, start: 0 };
}

/** Counts each candidate outside of quotes in each of the first records. */
function countByRecord(text: string): ReadonlyMap<Delimiter, number>[] {
  const records: Map<Delimiter, number>[] = [];
  let record: Map<Delimiter, number> | null = null;
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    if (!quoted && (char === '\n' || char === '\r')) {
      record = null;
      continue;
    }
    if (record === null) {
      if (records.length === SAMPLED_RECORDS) break;
      records.push((record = new Map()));
    }
    const delimiter = quoted ? undefined : DELIMITERS.find((one) => one === char);
    if (delimiter !== undefined) record.set(delimiter, (record.get(delimiter) ?? 0) + 1);
  }
  return records;
}
