import { inflateSync } from 'node:zlib';

const SIGNATURE = 0x774f4646;
const HEADER = 44;
const ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;
/** Of WOFF 2 the same. */
const MAX_UNPACKED_BYTES = 64 << 20;
const MOST_TABLES = 256;

export function isWoff(bytes: Buffer): boolean {
  return bytes.length >= HEADER && bytes.readUInt32BE(0) === SIGNATURE;
}

/**
 * A WOFF file (W3C WOFF 1.0) as the TrueType or OpenType font it holds: its tables, inflated.
 *
 * @throws Error when it is broken, or larger than 64 MiB unpacked
 */
export function unpackWoff(bytes: Buffer): Buffer {
  const count = bytes.readUInt16BE(12);
  if (count > MOST_TABLES || HEADER + count * ENTRY > bytes.length) throw broken();
  const tables = Array.from({ length: count }, (_, index) =>
    tableAt(bytes, HEADER + index * ENTRY),
  );
  const head = SFNT_HEADER + SFNT_ENTRY * count;
  const size = tables.reduce((sum, { length }) => sum + padded(length), head);
  if (size > MAX_UNPACKED_BYTES) throw new Error('the font is larger than 64 MiB unpacked');
  const font = Buffer.alloc(size);
  bytes.copy(font, 0, 4, 8);
  font.writeUInt16BE(count, 4);
  // The search fields of the table directory (OpenType, "otff"): nobody has to use them.
  const log = count > 0 ? Math.floor(Math.log2(count)) : 0;
  [16 * 2 ** log, log, 16 * (count - 2 ** log)].forEach((value, index) =>
    font.writeUInt16BE(Math.max(0, value), 6 + 2 * index),
  );
  let at = head;
  tables.forEach(({ tag, checksum, length, packed }, index) => {
    const entry = SFNT_HEADER + SFNT_ENTRY * index;
    [tag, checksum, at, length].forEach((value, field) =>
      font.writeUInt32BE(value, entry + 4 * field),
    );
    inflated(packed, length).copy(font, at);
    at += padded(length);
  });
  return font;
}

interface Table {
  readonly tag: number;
  readonly checksum: number;
  /** Bytes when it is inflated. */
  readonly length: number;
  readonly packed: Buffer;
}

function tableAt(bytes: Buffer, entry: number): Table {
  const [tag, from, size, length, checksum] = [0, 4, 8, 12, 16].map((at) =>
    bytes.readUInt32BE(entry + at),
  ) as [number, number, number, number, number];
  if (from + size > bytes.length || size > length) throw broken();
  return { tag, checksum, length, packed: bytes.subarray(from, from + size) };
}

/** What did not get smaller is kept as it is. */
function inflated(packed: Buffer, length: number): Buffer {
  if (packed.length === length) return packed;
  try {
    const table = inflateSync(packed, { maxOutputLength: length });
    if (table.length === length) return table;
  } catch {
    throw broken();
  }
  throw broken();
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function broken(): Error {
  return new Error('the WOFF file is broken');
}
