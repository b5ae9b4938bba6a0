import { readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';

const LENGTH_BYTES = 4;
const MAX_HEADER_BYTES = 1 << 20;

/** The picture of a page, and what is not in it. */
export interface PagePicture {
  readonly png: Buffer;
  readonly warnings: readonly string[];
}

interface Header {
  /** SHA-256 of the picture. */
  readonly digest: string;
  readonly warnings: readonly string[];
}

/** Writes the picture of a page to a file: the length of a JSON header, the header, and the PNG. */
export async function writePicture(path: string, { png, warnings }: PagePicture): Promise<void> {
  const header: Header = { digest: digestOf(png), warnings };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(json.length);
  await writeFile(path, Buffer.concat([length, json, png]));
}

/** @returns null for a damaged file */
export async function readPicture(path: string): Promise<PagePicture | null> {
  const file = await readFile(path);
  if (file.length < LENGTH_BYTES) return null;
  const length = file.readUInt32BE(0);
  if (length > MAX_HEADER_BYTES || LENGTH_BYTES + length > file.length) return null;
  try {
    const json = file.toString('utf8', LENGTH_BYTES, LENGTH_BYTES + length);
    const { digest, warnings } = JSON.parse(json) as Header;
    const png = file.subarray(LENGTH_BYTES + length);
    return digest === digestOf(png) ? { png, warnings } : null;
  } catch {
    return null;
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
