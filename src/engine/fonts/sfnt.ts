/** Tables of an OpenType font by tag (OpenType 1.9, "Organization of an OpenType font"). */
export type SfntTables = ReadonlyMap<string, Buffer>;

const TRUE_TYPE = 0x00010000;
const CFF = 0x4f54544f;
const HEADER_BYTES = 12;
const RECORD_BYTES = 16;

/**
 * The tables of a TrueType or OpenType font file, as views on its bytes.
 *
 * @throws RangeError or Error when the bytes are not such a font
 */
export function readSfnt(bytes: Buffer): SfntTables {
  const version = bytes.readUInt32BE(0);
  if (version !== TRUE_TYPE && version !== CFF) throw new Error('not a TrueType or OpenType font');
  const tables = new Map<string, Buffer>();
  const count = bytes.readUInt16BE(4);
  for (let index = 0; index < count; index++) {
    const record = HEADER_BYTES + index * RECORD_BYTES;
    const offset = bytes.readUInt32BE(record + 8);
    const length = bytes.readUInt32BE(record + 12);
    if (offset + length > bytes.length) throw new Error('a table lies outside of the file');
    tables.set(
      bytes.toString('latin1', record, record + 4),
      bytes.subarray(offset, offset + length),
    );
  }
  return tables;
}

/** @throws Error naming the table that is missing */
export function requireTable(tables: SfntTables, tag: string): Buffer {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`the font has no ${tag.trim()} table`);
  return table;
}
