import { inflateSync } from 'node:zlib';
import { alignUp } from '../../core/util/align.js';

const SIGNATURE = 0x774f4646;
const HEADER = 44;
const ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;
/** The limit for WOFF2 is the same. */
const MAX_UNPACKED_BYTES = 64 << 20;
const MAX_TABLES = 256;

export function isWoff(bytes: Buffer): boolean {
  return bytes.length >= HEADER && bytes.readUInt32BE(0) === SIGNATURE;
}

/**
 * Decompresses a WOFF file (W3C WOFF 1.0) to a TrueType or OpenType font.
 *
 * @throws Error if the file is broken or larger than 64 MiB after decompression
 */
export function unpackWoff(bytes: Buffer): Buffer {
  const count = bytes.readUInt16BE(12);
  if (count > MAX_TABLES || HEADER + count * ENTRY > bytes.length) throw damagedError();
  const tables = Array.from({ length: count }, (_, index) =>
    tableAt(bytes, HEADER + index * ENTRY),
  );
  const head = SFNT_HEADER + SFNT_ENTRY * count;
  const size = tables.reduce((sum, { length }) => sum + alignUp(length, 4), head);
  if (size > MAX_UNPACKED_BYTES)
    throw new Error('The font is larger than 64 MiB after decompression.');
  const font = Buffer.alloc(size);
  bytes.copy(font, 0, 4, 8);
  font.writeUInt16BE(count, 4);
  // The search fields of the table directory (OpenType, "otff"), which readers may ignore.
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
    inflateTable(packed, length).copy(font, at);
    at += alignUp(length, 4);
  });
  return font;
}

interface Table {
  readonly tag: number;
  readonly checksum: number;
  /** Bytes after decompression. */
  readonly length: number;
  readonly packed: Buffer;
}

function tableAt(bytes: Buffer, entry: number): Table {
  const [tag, from, size, length, checksum] = [0, 4, 8, 12, 16].map((at) =>
    bytes.readUInt32BE(entry + at),
  ) as [number, number, number, number, number];
  if (from + size > bytes.length || size > length) throw damagedError();
  return { tag, checksum, length, packed: bytes.subarray(from, from + size) };
}

/** Tables that compression does not shrink are stored uncompressed. */
function inflateTable(packed: Buffer, length: number): Buffer {
  if (packed.length === length) return packed;
  try {
    const table = inflateSync(packed, { maxOutputLength: length });
    if (table.length === length) return table;
  } catch {
    throw damagedError();
  }
  throw damagedError();
}

function damagedError(): Error {
  return new Error('The WOFF file is damaged.');
}
