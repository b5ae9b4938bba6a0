import { readFile, stat } from 'node:fs/promises';
import { NO_CONTEXT } from '../../core/fields/context.js';
import { Field, REFUSED } from '../../core/fields/field.js';
import { type Issue, Issues } from '../../core/fields/issues.js';

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

/** What a file of the operator contains, or what is wrong with it. Messages contain no values, which may be secrets. */
export type OperatorFile<Content> =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Reads the JSON of a file by its fields.
 *
 * @param check makes the content from what was read, and adds what fields alone cannot find
 */
export function parseOperatorFile<Read, Content>(
  text: string,
  field: Field<Read>,
  check: (read: Read, issues: Issues) => Content,
): OperatorFile<Content> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, issues: [{ pointer: '', message: 'The file is not valid JSON.' }] };
  }
  const issues = new Issues();
  const read = field.read(json, { pointer: '', name: 'the file', issues, context: NO_CONTEXT });
  const content = check(read, issues);
  if (issues.count === 0) return { ok: true, content };
  return { ok: false, issues: issues.all().map(withoutValue) };
}

/** An issue without the value of its field. */
function withoutValue({ pointer, message }: Issue): Issue {
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
