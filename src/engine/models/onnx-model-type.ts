import { type FileHandle, open } from 'node:fs/promises';

/** Field numbers of ModelProto and StringStringEntryProto (onnx.proto). */
const METADATA_PROPS = 14;
const KEY = 1;
const VALUE = 2;
const LENGTH_DELIMITED = 2;
/** Limits that no valid file exceeds. */
const MAX_FIELDS = 1000;
const LONGEST_ENTRY = 65_536;

/**
 * Reads `model_type` from the metadata of an ONNX file, which identifies the exports of sherpa-onnx. Reads
 * only headers, however large the graph is.
 *
 * @returns null when the entry is missing or the file is not an ONNX model
 */
export async function readOnnxModelType(path: string): Promise<string | null> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    let at = 0;
    for (let count = 0; at < size && count < MAX_FIELDS; count++) {
      const head = await bytesAt(file, at, 20);
      const field = readField(head, 0);
      if (field === null) return null;
      const start = at + field.start;
      const end = start + field.length;
      if (field.number === METADATA_PROPS && field.length <= LONGEST_ENTRY) {
        const value = entryValue(await bytesAt(file, start, field.length), 'model_type');
        if (value !== null) return value;
      }
      at = end;
    }
    return null;
  } finally {
    await file.close();
  }
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}

interface FieldHead {
  readonly number: number;
  /** The offset of the content in the bytes, and its length. */
  readonly start: number;
  readonly length: number;
}

function readField(bytes: Buffer, from: number): FieldHead | null {
  const tag = readVarint(bytes, from);
  if (tag === null) return null;
  const number = Math.floor(tag.value / 8);
  const wire = tag.value % 8;
  const value = readVarint(bytes, tag.next);
  if (wire === 0) return value && { number, start: value.next, length: 0 };
  if (wire === LENGTH_DELIMITED) {
    return value && { number, start: value.next, length: value.value };
  }
  if (wire === 1 || wire === 5) return { number, start: tag.next, length: wire === 1 ? 8 : 4 };
  return null;
}

function readVarint(bytes: Buffer, from: number): { value: number; next: number } | null {
  let value = 0;
  for (let index = 0; index < 10; index++) {
    const byte = bytes[from + index];
    if (byte === undefined) return null;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, next: from + index + 1 };
  }
  return null;
}

function entryValue(entry: Buffer, key: string): string | null {
  const fields = new Map<number, string>();
  for (let at = 0; at < entry.length;) {
    const field = readField(entry, at);
    if (field === null) return null;
    at = field.start + field.length;
    fields.set(field.number, entry.toString('utf8', field.start, at));
  }
  return fields.get(KEY) === key ? (fields.get(VALUE) ?? null) : null;
}
