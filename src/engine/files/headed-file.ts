import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

const LENGTH_BYTES = 4;
const MAX_HEADER_BYTES = 1 << 20;

/** Bytes, and what is known about them. */
export interface Headed<T, B extends Uint8Array = Buffer> {
  readonly about: T;
  readonly bytes: B;
}

interface Header<T> {
  /** SHA-256 of the bytes. */
  readonly digest: string;
  readonly about: T;
}

/** Writes a file with the length of a JSON header (4 bytes, big-endian), the header, and the bytes. */
export async function writeHeaded<T>(
  path: string,
  { about, bytes }: Headed<T, Uint8Array>,
): Promise<void> {
  const header: Header<T> = { digest: digestOf(bytes), about };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(json.length);
  await writeFile(path, Buffer.concat([length, json, bytes]));
}

/**
 * Reads a file of {@link writeHeaded}.
 *
 * @returns null for a damaged file
 */
export async function readHeaded<T>(path: string): Promise<Headed<T> | null> {
  const file = await readFile(path);
  if (file.length < LENGTH_BYTES) return null;
  const length = file.readUInt32BE(0);
  if (length > MAX_HEADER_BYTES || LENGTH_BYTES + length > file.length) return null;
  try {
    const json = file.toString('utf8', LENGTH_BYTES, LENGTH_BYTES + length);
    const { digest, about } = JSON.parse(json) as Partial<Header<T>>;
    const bytes = file.subarray(LENGTH_BYTES + length);
    return about !== undefined && digest === digestOf(bytes) ? { about, bytes } : null;
  } catch {
    return null;
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
