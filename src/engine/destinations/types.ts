import type { Readable } from 'node:stream';
import type { S3Settings } from '../../config/types.js';
import type { OutboundClientSettings } from '../fetch/outbound-client.js';

/** What uploads need of the configuration. */
export type UploadSettings = OutboundClientSettings;

interface Common {
  readonly name: string;
  /** The IDs of the keys that may use the destination, or `*` for all. */
  readonly keys: readonly string[];
}

export interface S3Destination extends Common {
  readonly type: 's3';
  readonly settings: S3Settings;
  /** The beginning of all keys, without a slash at its ends. */
  readonly folder: string;
}

export interface FtpDestination extends Common {
  readonly type: 'ftp';
  readonly host: string;
  readonly port: number | null;
  readonly username: string;
  readonly password: string;
  /** How the connection is encrypted. */
  readonly security: 'explicit' | 'implicit' | 'none';
  /** A certificate authority to trust, as PEM; null: those of the system. */
  readonly ca: string | null;
  readonly folder: string;
}

export interface SftpDestination extends Common {
  readonly type: 'sftp';
  readonly host: string;
  readonly port: number | null;
  readonly username: string;
  readonly password: string | null;
  readonly privateKey: string | null;
  /** The fingerprint of the key of the server, as `ssh-keygen -l` prints it: `SHA256:...`. */
  readonly hostKey: string;
  readonly folder: string;
}

export interface WebdavDestination extends Common {
  readonly type: 'webdav';
  readonly url: string;
  readonly username: string | null;
  readonly password: string | null;
}

export interface HttpDestination extends Common {
  readonly type: 'http';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A place of the operator for videos. */
export type NamedDestination =
  S3Destination | FtpDestination | SftpDestination | WebdavDestination | HttpDestination;

/** A file to deliver. */
export interface OutgoingFile {
  /** The ID of the delivery that the file belongs to. */
  readonly deliveryId: string;
  /** The path within the destination. */
  readonly path: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  /** Its content. The caller reads or destroys the stream. */
  readonly open: () => Promise<Readable>;
}

/** A connection to a destination. */
export interface Uploader {
  /**
   * Writes a file. It appears under its name when it is complete, where the protocol allows that.
   *
   * @throws DeliveryProblem, or errors of the connection
   */
  put(file: OutgoingFile, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Why a file could not be delivered, in a sentence for the author of the job. It reveals no credentials. */
export class DeliveryProblem extends Error {
  /** What the destination asks to wait for until the next attempt, or null. */
  readonly retryAfterSeconds: number | null;

  /** @param isPermanent true if another attempt would fail in the same way */
  constructor(
    sentence: string,
    readonly isPermanent: boolean,
    {
      retryAfterSeconds = null,
      ...options
    }: ErrorOptions & { readonly retryAfterSeconds?: number | null } = {},
  ) {
    super(sentence, options);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
