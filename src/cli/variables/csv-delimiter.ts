const DELIMITERS = [',', ';', '\t', '|'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** Records that are looked at. */
const SAMPLED_RECORDS = 5;

/** First line by which a file tells Excel its delimiter. */
const SEP_LINE = /^"?sep=([^\r\n"])"?\r?\n?/i;

/**
 * What parts the cells of a CSV file: as its `sep=` line says, else the sign that stands most often in
 * the first record, before all one that stands equally often in those after it. Excel takes the list
 * separator of the country: a semicolon where the comma is for decimals.
 *
 * @returns with the index at which the records begin
 */
export function detectDelimiter(text: string): { delimiter: string; start: number } {
  const said = SEP_LINE.exec(text);
  if (said) return { delimiter: said[1]!, start: said[0].length };
  const [header, ...others] = countByRecord(text);
  const candidates = DELIMITERS.map((delimiter) => {
    const count = header?.get(delimiter) ?? 0;
    const same = others.every((record) => (record.get(delimiter) ?? 0) === count);
    return { delimiter, rank: count === 0 ? 0 : count + (same ? 1_000_000 : 0) };
  });
  const best = candidates.reduce((one, other) => (other.rank > one.rank ? other : one));
  return { delimiter: best.delimiter, start: 0 };
}

/** How often each sign stands outside quotes in each of the first records. */
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
