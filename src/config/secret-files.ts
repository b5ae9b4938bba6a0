import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ConfigProblem } from './config-error.js';

/** Far more than a secret needs. A device without an end is read no further. */
const MAX_BYTES = 65_536;

/** The suffix of the variable that names the file with the value of a secret. */
export const FILE_SUFFIX = '_FILE';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Puts the contents of files in place of the `<NAME>_FILE` variables of secrets, as the images of databases do. As
 * with them, line ends at the end of a file do not belong to the value.
 */
export function readSecretFiles(
  env: Environment,
  secrets: readonly string[],
  problems: ConfigProblem[],
): Environment {
  const read: Record<string, string | undefined> = { ...env };
  for (const name of secrets) {
    const path = env[`${name}${FILE_SUFFIX}`]?.trim() ?? '';
    if (path === '') continue;
    try {
      if ((env[name] ?? '') !== '') throw new Error(`Set ${name} or ${name}_FILE, not both.`);
      read[name] = secretIn(path);
    } catch (error) {
      problems.push({ name: `${name}${FILE_SUFFIX}`, message: (error as Error).message });
    }
  }
  return read;
}

function secretIn(path: string): string {
  const text = readStart(path).replace(/\n+$/, '');
  // The image of Postgres would take it for a part of the password.
  if (text.endsWith('\r')) {
    throw new Error(`Expected a file with Unix line ends, but ${path} has those of Windows.`);
  }
  if (text.trim() === '') throw new Error(`Expected a value, but the file ${path} is empty.`);
  return text;
}

function readStart(path: string): string {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    if (!fstatSync(file).isFile()) throw new Error(`${path} is not a file`);
    const buffer = Buffer.alloc(MAX_BYTES + 1);
    const length = readSync(file, buffer);
    if (length > MAX_BYTES) throw new Error(`${path} has more than ${MAX_BYTES} bytes`);
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, length));
  } catch (error) {
    throw new Error(`Could not read the value: ${(error as Error).message}.`, { cause: error });
  } finally {
    if (file !== null) closeSync(file);
  }
}
