import { randomUUID } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '../../../config/types.js';
import { JobFailure } from '../../../core/job/job-failure.js';
import { assetIdOf } from '../../../core/sources/asset-address.js';
import { inlineContent, isInlineDrawing } from '../../../core/sources/inline-drawing.js';
import type { Retry } from '../../fetch/download.js';
import { Fetcher } from '../../fetch/fetcher.js';
import { hashFile } from '../../files/hash-file.js';
import { sniffSource } from '../formats/sniff-source.js';
import type { StoredSource } from '../formats/stored-source.js';

/**
 * Copies an uploaded file of the owner of the job to a new file.
 *
 * @returns false if the owner has no such file
 */
export type FetchAsset = (id: string, target: string, signal: AbortSignal) => Promise<boolean>;

export interface AcquireOptions {
  /** The element that names the source. */
  readonly pointer: string;
  /** True on the command line only: the source may be a path. */
  readonly localSources: boolean;
  readonly signal: AbortSignal;
  /** Absent where there are no uploaded files: on the command line. */
  readonly fetchAsset?: FetchAsset | undefined;
  /** The folder of the attempt, which exists in the data folder. */
  readonly workDir: string;
  /** Called as soon as the file is known to exist, before all of it has arrived. */
  readonly onAnswer?: () => void;
  /** Called before a fetch is retried. */
  readonly onRetry?: () => void;
}

/** A retried fetch, and the element that it is for. */
export interface SourceRetry extends Retry {
  readonly pointer: string;
}

/** What was fetched, by its address. Its files exist as long as the folder of the first session. */
export class SessionMemory {
  readonly sources = new Map<string, StoredSource>();
  readonly contents = new Map<string, Uint8Array>();

  /** The memory that the contents take. */
  get contentBytes(): number {
    return [...this.contents.values()].reduce((sum, { length }) => sum + length, 0);
  }
}

/** The fetches of one job. Each address is fetched once. Connections are reused, and close with the session. */
export class MediaSession {
  /** Warnings for the author about how sources were fetched. */
  readonly warnings: string[] = [];
  private readonly fetcher: Fetcher;

  /** @param memory what earlier sessions have fetched, and this one will */
  constructor(
    limits: Config['sources'],
    private readonly onRetry: (retry: SourceRetry) => void,
    private readonly memory = new SessionMemory(),
  ) {
    this.fetcher = new Fetcher(limits);
  }

  /**
   * Fetches or finds the file that an element names, and detects its type.
   *
   * @throws JobFailure as {@link Fetcher.fetch}, and MEDIA_INVALID if the file is not media
   */
  async acquire(src: string, options: AcquireOptions): Promise<StoredSource> {
    const known = this.memory.sources.get(addressKey(src));
    if (known) return known;
    const source = await this.acquireNew(src, options);
    this.memory.sources.set(addressKey(src), source);
    return source;
  }

  /**
   * Reads a small file of any type that an element names, such as captions or a font.
   *
   * @throws JobFailure as `acquire`, and SOURCE_TOO_LARGE above `maxBytes`
   */
  async acquireBytes(
    src: string,
    options: AcquireOptions & { readonly maxBytes: number },
  ): Promise<Uint8Array> {
    const key = `${options.maxBytes} ${addressKey(src)}`;
    const known = this.memory.contents.get(key);
    if (known) return known;
    const bytes = await this.readNew(src, options);
    this.memory.contents.set(key, bytes);
    return bytes;
  }

  /** Detects the type of a file that this machine made for an element. */
  describe(path: string, pointer: string, workDir: string): Promise<StoredSource> {
    return describe(path, pointer, workDir);
  }

  /** Adds a source that nobody needs to fetch. */
  add(src: string, source: StoredSource): void {
    this.memory.sources.set(addressKey(src), source);
  }

  /** Adds a small file that nobody needs to fetch. @param maxBytes as it is asked for */
  addBytes(src: string, bytes: Uint8Array, maxBytes: number): void {
    this.memory.contents.set(`${maxBytes} ${addressKey(src)}`, bytes);
  }

  close(): void {
    this.fetcher.close();
  }

  private async acquireNew(src: string, options: AcquireOptions): Promise<StoredSource> {
    const { pointer, workDir } = options;
    if (!isInlineDrawing(src) && isLocal(src, options)) {
      const path = await existing(src, pointer);
      options.onAnswer?.();
      return describe(path, pointer, workDir);
    }
    const path = join(workDir, `source-${randomUUID()}`);
    try {
      if (isInlineDrawing(src)) await writeInline(path, src);
      else await this.fetchTo(path, src, options);
      return await describe(path, pointer, workDir);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  private async readNew(
    src: string,
    options: AcquireOptions & { readonly maxBytes: number },
  ): Promise<Uint8Array> {
    const { pointer, workDir, maxBytes } = options;
    if (isLocal(src, options)) {
      const path = await existing(src, pointer);
      options.onAnswer?.();
      if ((await stat(path)).size <= maxBytes) return readFile(path);
      throw new JobFailure('SOURCE_TOO_LARGE', tooLarge(maxBytes), pointer);
    }
    const part = join(workDir, `${randomUUID()}.part`);
    try {
      await this.fetchTo(part, src, options, maxBytes);
      return await readFile(part);
    } finally {
      await rm(part, { force: true });
    }
  }

  private async fetchTo(
    path: string,
    src: string,
    options: AcquireOptions,
    maxBytes?: number,
  ): Promise<void> {
    const assetId = assetIdOf(src);
    if (assetId !== null) return fetchAssetTo(path, assetId, options, maxBytes);
    const { pointer, signal, onAnswer, onRetry } = options;
    const { rewritten } = await this.fetcher.fetch(src, path, {
      pointer,
      signal,
      maxBytes,
      onAnswer,
      onRetry: (retry) => {
        onRetry?.();
        this.onRetry({ pointer, ...retry });
      },
    });
    for (const service of rewritten) {
      this.warnings.push(
        `The address of ${pointer} is a share link of ${service}. Its direct form was fetched.`,
      );
    }
  }
}

async function writeInline(path: string, src: string): Promise<void> {
  const content = inlineContent(src);
  await writeFile(path, 'text' in content ? content.text : Buffer.from(content.base64, 'base64'));
}

/** @throws JobFailure SOURCE_NOT_FOUND, or SOURCE_TOO_LARGE above `maxBytes` */
async function fetchAssetTo(
  path: string,
  id: string,
  { pointer, signal, fetchAsset, onAnswer }: AcquireOptions,
  maxBytes = Infinity,
): Promise<void> {
  if (!(await fetchAsset?.(id, path, signal))) {
    const message = `The asset ${id} does not exist, or its file is no longer in the storage.`;
    throw new JobFailure('SOURCE_NOT_FOUND', message, pointer);
  }
  onAnswer?.();
  if ((await stat(path)).size > maxBytes) {
    throw new JobFailure('SOURCE_TOO_LARGE', tooLarge(maxBytes), pointer);
  }
}

function tooLarge(maxBytes: number): string {
  return `The source is larger than ${maxBytes} bytes.`;
}

/** Addresses that differ only in their fragments are the same. */
export function addressKey(src: string): string {
  return src.split('#', 1)[0] ?? '';
}

function isLocal(src: string, { localSources }: AcquireOptions): boolean {
  return localSources && !/^https?:/i.test(src);
}

/** @throws JobFailure SOURCE_NOT_FOUND */
async function existing(src: string, pointer: string): Promise<string> {
  const path = resolve(src);
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return path;
  throw new JobFailure(
    'SOURCE_NOT_FOUND',
    `The file ${JSON.stringify(src)} does not exist.`,
    pointer,
  );
}

async function describe(path: string, pointer: string, workDir: string): Promise<StoredSource> {
  const sniffed = await sniffSource(path, pointer);
  return { contentHash: await hashFile(path), path, ...sniffed, workDir };
}
