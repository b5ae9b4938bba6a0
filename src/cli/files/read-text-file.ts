import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import {
  decodeStrict,
  decodeStrictAs,
  isEncoding,
  isMultibyteUtf8,
} from '../../core/text-encoding/decode-strict.js';
import { InputError } from '../input-error.js';

/** As the name of a file: what comes on the standard input. */
export const STANDARD_INPUT = '-';

export interface TextFile {
  readonly text: string;
  /** What was guessed of it. */
  readonly warnings: readonly string[];
}

/**
 * The text of a file, or of the standard input, in whichever encoding it was saved.
 *
 * @param encoding the one it is said to have; undefined: it is found out
 * @throws InputError when there is no such file, or its encoding cannot be told
 */
export async function readTextFile(file: string, encoding?: string): Promise<TextFile> {
  const name = file === STANDARD_INPUT ? 'The standard input' : file;
  const bytes = await bytesOf(file, name);
  if (encoding !== undefined) return decodeNamed(bytes, name, encoding);
  const read = decodeStrict(bytes);
  if (read === null) {
    throw new InputError(
      `${name} is no text in UTF-8, and its encoding cannot be told. Save it in UTF-8 ` +
        '(in Excel: "CSV UTF-8"), or name the encoding of a variables file: --encoding windows-1250.',
    );
  }
  const { text, encoding: found, guessed } = read;
  const warning =
    `${name} is not in UTF-8; it is read as ${found}, which is a guess. Check names and accents ` +
    'in the video, or save the file in UTF-8.';
  return { text, warnings: guessed ? [warning] : [] };
}

async function bytesOf(file: string, name: string): Promise<Uint8Array> {
  try {
    return await (file === STANDARD_INPUT ? buffer(process.stdin) : readFile(file));
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new InputError(`${name} cannot be read: ${UNREADABLE[code] ?? message}.`);
  }
}

/** Why a file cannot be read, by the code of the system. */
const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
  ELOOP: 'it is a symbolic link that leads to itself',
  ENAMETOOLONG: 'its name is too long',
};

function decodeNamed(bytes: Uint8Array, name: string, encoding: string): TextFile {
  if (!isEncoding(encoding)) {
    throw new InputError(
      `There is no encoding "${encoding}"; known are utf-8, utf-16le, windows-1252, shift_jis and others.`,
    );
  }
  const text = decodeStrictAs(bytes, encoding);
  if (text === null) {
    throw new InputError(`${name} is not in ${encoding}; give the encoding that it was saved in.`);
  }
  const doubtful = isMultibyteUtf8(bytes) && text !== decodeStrictAs(bytes, 'utf-8');
  const warning =
    `${name} is read as ${encoding}, as --encoding says, but its bytes are UTF-8. Check names and ` +
    'accents in the video, or leave out --encoding.';
  return { text, warnings: doubtful ? [warning] : [] };
}
