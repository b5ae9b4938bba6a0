import { createHash } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { isStorageFull } from '../../engine/ffmpeg/storage-full.js';
import { hashFile } from '../../engine/files/hash-file.js';
import { storageFull } from './incoming-folder.js';

/** How often the free space is checked, in bytes. */
const CHECK_BYTES = 64 * 1024 * 1024;

/** A file on the disk of this machine. */
export interface ReceivedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ReceiveOptions {
  readonly maxBytes: number;
  readonly tooLarge: () => Error;
  readonly requireSpace: (bytes: number) => Promise<void>;
}

/** A new file that grows, and the hash of what it contains. */
export class GrowingFile {
  bytes = 0;
  private readonly hash = createHash('sha256');
  private checkedAt = 0;

  private constructor(
    readonly path: string,
    private readonly file: FileHandle,
    private readonly options: ReceiveOptions,
  ) {}

  /** @param path of a file that does not exist */
  static async create(path: string, options: ReceiveOptions): Promise<GrowingFile> {
    await options.requireSpace(0);
    return new GrowingFile(path, await open(path, 'wx', 0o600), options);
  }

  /** @throws the error of `tooLarge`; ApiError STORAGE_FULL */
  async append(chunk: Uint8Array): Promise<void> {
    const { maxBytes, tooLarge, requireSpace } = this.options;
    if (this.bytes + chunk.length > maxBytes) throw tooLarge();
    if (this.bytes - this.checkedAt >= CHECK_BYTES) {
      this.checkedAt = this.bytes;
      await requireSpace(0);
    }
    this.hash.update(chunk);
    await this.file.appendFile(chunk).catch((error: unknown) => {
      throw isStorageFull(error) ? storageFull(error) : error;
    });
    this.bytes += chunk.length;
  }

  /** Writes everything to the disk. */
  async finish(): Promise<ReceivedFile> {
    await this.file.sync();
    await this.close();
    const { path, bytes } = this;
    return { path, bytes, sha256: this.hash.digest('hex') };
  }

  /** Closes the file, which stays. */
  async close(): Promise<void> {
    await this.file.close();
  }
}

/** Writes chunks to a new file as they arrive. The caller removes the file, also after an error. */
export async function receiveFile(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  options: ReceiveOptions,
): Promise<ReceivedFile> {
  const file = await GrowingFile.create(path, options);
  try {
    for await (const chunk of chunks) await file.append(chunk);
    return await file.finish();
  } finally {
    await file.close();
  }
}

/** Describes a file that was fetched. */
export async function receiveFetched(path: string): Promise<ReceivedFile> {
  const [{ size }, sha256] = await Promise.all([stat(path), hashFile(path)]);
  return { path, bytes: size, sha256 };
}
