import { randomUUID } from 'node:crypto';
import { posix } from 'node:path';

/** What a protocol can do with the names of files. */
export interface FileNames {
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** Whether an error is an answer of the server, which can be asked for something else then. */
  isRefusal(error: unknown): boolean;
}

/**
 * Gives a complete file its name. Many servers replace what has the name; others refuse that, and then the old file is
 * renamed, and only removed once the new one is in its place.
 *
 * @param part what has the new content, in the folder of `name`
 * @throws what `files` throws. The old file is under its name then, or hidden if the connection broke in between.
 */
export async function replaceFile(files: FileNames, part: string, name: string): Promise<void> {
  const refusal = await refusalOf(files, part, name);
  if (refusal === null) return;
  // A new name each time: what an attempt left whose connection broke must not be in the way.
  const aside = posix.join(posix.dirname(name), `.videocraft-${randomUUID()}.old`);
  // No file has the name, or none can be renamed: that was not the reason.
  if ((await refusalOf(files, name, aside)) !== null) throw refusal;
  const second = await refusalOf(files, part, name);
  if (second !== null) {
    await files.rename(aside, name);
    throw second;
  }
  // The new file is there, whatever becomes of the old one.
  await files.remove(aside).catch(() => {});
}

/** Renames a file. Returns the answer of a server that refuses, or null. */
async function refusalOf(files: FileNames, from: string, to: string): Promise<unknown> {
  try {
    await files.rename(from, to);
    return null;
  } catch (error) {
    if (!files.isRefusal(error)) throw error;
    return error;
  }
}
