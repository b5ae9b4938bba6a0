import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import {
  decodeStrict,
  decodeStrictAs,
  isEncodingLabel,
  hasUtf8Multibyte,
} from '../../core/text-encoding/decode-strict.js';
import { InputError } from '../input-error.js';

/** The file name that stands for the standard input. */
export const STANDARD_INPUT = '-';

export interface TextFile {
  readonly text: string;
  /** Warnings about a guessed encoding. */
  readonly warnings: readonly string[];
}

/**
 * Reads a text file or the standard input.
 *
 * @param encoding the encoding of the file. It is detected if undefined.
 * @throws InputError when the file cannot be read, or its encoding cannot be detected
 */
export async function readTextFile(file: string, encoding?: string): Promise<TextFile> {
  const name = file === STANDARD_INPUT ? 'The standard input' : file;
  const bytes = await bytesOf(file, name);
  if (encoding !== undefined) return decodeNamed(bytes, name, encoding);
  const read = decodeStrict(bytes);
  if (read === null) {
    throw new InputError(
      `${name} is not UTF-8, and its encoding cannot be detected. Save it as UTF-8 ` +
        '(in Excel: "CSV UTF-8"), or set the encoding of a variables file, such as --encoding windows-1250.',
    );
  }
  const { text, encoding: found, guessed } = read;
  const warning =
    `${name} is not UTF-8. It is read as ${found}, which is a guess. Check names and accents ` +
    'in the video, or save the file as UTF-8.';
  return { text, warnings: guessed ? [warning] : [] };
}

async function bytesOf(file: string, name: string): Promise<Uint8Array> {
  try {
    return await (file === STANDARD_INPUT ? buffer(process.stdin) : readFile(file));
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new InputError(
      `Cannot read ${name === 'The standard input' ? 'the standard input' : name}: ${UNREADABLE[code] ?? message}.`,
    );
  }
}

/** Reasons by system error code. */
const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'the file does not exist',
  ENOTDIR: 'the file does not exist',
  EISDIR: 'it is a folder',
  EACCES: 'you do not have permission to read it',
  ELOOP: 'it is a symbolic link to itself',
  ENAMETOOLONG: 'its name is too long',
};

function decodeNamed(bytes: Uint8Array, name: string, encoding: string): TextFile {
  if (!isEncodingLabel(encoding)) {
    throw new InputError(
      `Unknown encoding "${encoding}". Examples of encodings: utf-8, utf-16le, windows-1252, shift_jis.`,
    );
  }
  const text = decodeStrictAs(bytes, encoding);
  if (text === null) {
    throw new InputError(
      `${name} is not ${encoding}. Use the encoding in which the file was saved.`,
    );
  }
  const doubtful = hasUtf8Multibyte(bytes) && text !== decodeStrictAs(bytes, 'utf-8');
  const warning =
    `${name} is read as ${encoding} because of --encoding, but it looks like UTF-8. Check names and ` +
    'accents in the video, or omit --encoding.';
  return { text, warnings: doubtful ? [warning] : [] };
}
