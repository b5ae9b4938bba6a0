import { readHeaded, writeHeaded } from '../files/headed-file.js';

/** The picture of a page, and what is not in it. */
export interface PagePicture {
  readonly png: Buffer;
  readonly warnings: readonly string[];
}

/** Writes the picture of a page to a file, with its warnings. */
export async function writePicture(path: string, { png, warnings }: PagePicture): Promise<void> {
  await writeHeaded(path, { about: warnings, bytes: png });
}

/** @returns null for a damaged file */
export async function readPicture(path: string): Promise<PagePicture | null> {
  const file = await readHeaded<readonly string[]>(path);
  return file && { png: file.bytes, warnings: file.about };
}
