import { posix } from 'node:path';
import { Client, FTPError } from 'basic-ftp';
import { type FileNames, replaceFile } from './replace-file.js';
import { temporaryName, within } from './temporary-name.js';
import { DeliveryProblem, type FtpDestination, type OutgoingFile, type Uploader } from './types.js';
import { withContent } from './with-content.js';

/** Time without an answer, or without data. */
const TIMEOUT_MS = 30_000;
const NOT_LOGGED_IN = 530;
const WATCH_MS = 500;

/** Uploads in binary mode under another name, checks the size, and renames. */
export async function openFtp(destination: FtpDestination): Promise<Uploader> {
  const client = new Client(TIMEOUT_MS);
  let root: string;
  try {
    await client.access({
      host: destination.host,
      ...(destination.port === null ? {} : { port: destination.port }),
      user: destination.username,
      password: destination.password,
      secure: secureOf(destination),
      ...(destination.ca === null ? {} : { secureOptions: { ca: destination.ca } }),
    });
    root = await client.pwd();
  } catch (error) {
    client.close();
    throw toProblem(error);
  }
  return {
    put: (file, signal) => putFile(client, { root, folder: destination.folder }, file, signal),
    async close() {
      client.close();
    },
  };
}

/** Where paths of a connection begin. */
interface Place {
  /** The folder after the login. */
  readonly root: string;
  readonly folder: string;
}

async function putFile(
  client: Client,
  { root, folder }: Place,
  file: OutgoingFile,
  signal: AbortSignal,
): Promise<void> {
  const target = within(folder, file.path);
  await withContent(file, signal, async (content) => {
    const lost = lostConnection(client, signal);
    const upload = async () => {
      // `ensureDir` changes the folder.
      await client.cd(root);
      await client.ensureDir(posix.dirname(target));
      const part = posix.basename(temporaryName(target, file));
      const name = posix.basename(target);
      await client.uploadFrom(content, part);
      await requireSize(client, part, file.sizeBytes);
      await replaceFile(namesOf(client), part, name);
    };
    try {
      await Promise.race([upload(), lost.promise]);
    } catch (error) {
      signal.throwIfAborted();
      throw toProblem(error);
    } finally {
      lost.forget();
    }
  });
}

/**
 * Rejects when the connection has closed, and closes it when the signal is aborted. An upload may notice neither, and
 * the client removes all listeners of its socket when it closes.
 */
function lostConnection(client: Client, signal: AbortSignal) {
  let reject!: (error: Error) => void;
  const promise = new Promise<never>((_resolve, rejected) => (reject = rejected));
  promise.catch(() => {});
  const check = () => {
    if (client.closed) reject(new Error('The server closed the connection.'));
  };
  const watch = setInterval(check, WATCH_MS);
  const aborted = () => {
    client.close();
    check();
  };
  signal.addEventListener('abort', aborted, { once: true });
  return {
    promise,
    forget: () => {
      clearInterval(watch);
      signal.removeEventListener('abort', aborted);
    },
  };
}

function secureOf({ security }: FtpDestination): boolean | 'implicit' {
  return security === 'implicit' ? 'implicit' : security === 'explicit';
}

function namesOf(client: Client): FileNames {
  return {
    rename: async (from, to) => void (await client.rename(from, to)),
    remove: async (name) => void (await client.remove(name)),
    isRefusal: (error) => error instanceof FTPError,
  };
}

/** Servers may end a transfer early without an error. Those that do not know SIZE are believed. */
async function requireSize(client: Client, part: string, sizeBytes: number): Promise<void> {
  const size = await client.size(part).catch((error: unknown) => {
    if (error instanceof FTPError) return sizeBytes;
    throw error;
  });
  if (size !== sizeBytes) throw new DeliveryProblem('The server stored only a part.', false);
}

function toProblem(error: unknown): DeliveryProblem {
  if (error instanceof DeliveryProblem) return error;
  if (error instanceof FTPError) {
    const isPermanent = error.code === NOT_LOGGED_IN;
    return new DeliveryProblem(`The server answered with code ${error.code}.`, isPermanent, {
      cause: error,
    });
  }
  const { code } = error as { code?: string };
  const why = code === undefined ? 'The connection broke off' : `The connection failed (${code})`;
  return new DeliveryProblem(`${why}.`, false, { cause: error });
}
