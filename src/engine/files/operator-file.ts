import { readFile, stat } from 'node:fs/promises';
import { Field, REFUSED } from '../../core/fields/field.js';
import type { Issue } from '../../core/fields/issues.js';

/** Permission bits of others. */
const OTHERS = 0o007;

/** An address in a file of the operator, without a slash at its end. */
export const plainUrl = new Field<string>({
  schema: { type: 'string' },
  expected: 'an http or https address without a user name, query, or fragment',
  tryRead: (value) => {
    if (typeof value !== 'string' || !URL.canParse(value)) return REFUSED;
    const { protocol, username, password, search, hash, href } = new URL(value);
    const isPlain = username + password + search + hash === '';
    return /^https?:$/.test(protocol) && isPlain ? href.replace(/\/+$/, '') : REFUSED;
  },
  fallback: () => '',
});

/**
 * Reads a file that a variable names.
 *
 * @throws Error that names the variable
 */
export async function readOperatorFile(variable: string, path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`${variable}: ${path} cannot be read (${cause.code}).`, { cause });
  });
}

/** An error that lists all problems of a file. */
export function invalidFile(variable: string, path: string, issues: readonly Issue[]): Error {
  const lines = issues.map(({ pointer, message }) => `  ${pointer || '/'}: ${message}`);
  return new Error(`${variable}: ${path} is not valid.\n${lines.join('\n')}`);
}

/** An issue without the value of its field, which may be a secret. */
export function withoutValue({ pointer, message }: Issue): Issue {
  return { pointer, message: message.replace(/, but got [^]*$/, '.') };
}

/** Warns if other users of the machine can read the secrets in a file. */
export async function warnOfReaders(
  path: string,
  logger: { warn(message: string): void },
): Promise<void> {
  if (((await stat(path)).mode & OTHERS) === 0) return;
  logger.warn(
    `Every user of this machine can read the credentials in ${path}. Change it with chmod 600.`,
  );
}
