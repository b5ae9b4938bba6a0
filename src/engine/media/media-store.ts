import { randomUUID } from 'node:crypto';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '../../config/types.js';
import type { PictureColors } from '../../core/color/picture-colors.js';
import { JobFailure } from '../../core/errors/job-failure.js';
import type { AudioTrack } from '../../core/project/source-key.js';
import type { Orientation } from '../../core/render/picture-traits.js';
import type { FileCache } from '../render/file-cache.js';
import { noteCacheUse } from '../metrics/cache-use.js';
import { fetchSource } from './fetch-source.js';
import { hashOf } from './hash-of.js';
import { type ConvertedType, sniffSource } from './sniff-source.js';

/** A source on this machine's disk, named by its content. */
export interface StoredSource {
  readonly contentHash: string;
  readonly path: string;
  readonly demuxer: string;
  /** What it has to become before ffmpeg reads it; null: nothing. */
  readonly convert: ConvertedType | null;
  /** Of what was converted: what its own file says of how it is shown. */
  readonly shown?: { readonly exif: Orientation; readonly colors: PictureColors };
  /** Which track of its sound is wanted; null or none: its default. */
  readonly audioTrack?: AudioTrack;
  /** Which of its streams of sound is decoded, from 0; none: the first. */
  readonly soundStream?: number;
  /** Folder of the attempt that uses it; what is made from the source is put there. */
  readonly workDir: string;
}

export interface AcquireOptions {
  /** The element that names the source. */
  readonly pointer: string;
  /** True on the command line only: the source may be a path. */
  readonly localSources: boolean;
  readonly signal: AbortSignal;
  /** Folder of the attempt, in the data folder; it exists. */
  readonly workDir: string;
}

/**
 * Source files, and what is found out and decoded of them under the hash of their bytes. A source and
 * all that an attempt uses lie in the attempt's own folder: whatever leaves the cache meanwhile, the
 * attempt keeps, and it takes all of it along when it ends.
 */
export class MediaStore {
  constructor(
    private readonly limits: Config['sources'],
    private readonly cache: FileCache,
  ) {}

  /** Fetches or finds the file an element names, and looks at what it is. */
  async acquire(
    src: string,
    { pointer, localSources, signal, workDir }: AcquireOptions,
  ): Promise<StoredSource> {
    if (localSources && !/^https?:/i.test(src)) return this.local(src, pointer, workDir);
    const path = join(workDir, `source-${randomUUID()}`);
    try {
      await fetchSource(src, path, { limits: this.limits, pointer, signal });
      return await stored(path, pointer, workDir);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  /**
   * The bytes of a small file an element names, such as captions or a font; of any type.
   *
   * @throws JobFailure as `acquire`, and SOURCE_TOO_LARGE above `maxBytes`
   */
  async acquireBytes(
    src: string,
    { pointer, localSources, signal, workDir, maxBytes }: AcquireOptions & { maxBytes: number },
  ): Promise<Uint8Array> {
    if (localSources && !/^https?:/i.test(src)) {
      const path = await existing(src, pointer);
      if ((await stat(path)).size <= maxBytes) return readFile(path);
      throw new JobFailure(
        'SOURCE_TOO_LARGE',
        `The source is larger than ${maxBytes} bytes.`,
        pointer,
      );
    }
    const part = join(workDir, `${randomUUID()}.part`);
    try {
      const limits = { ...this.limits, maxBytes: Math.min(maxBytes, this.limits.maxBytes) };
      await fetchSource(src, part, { limits, pointer, signal });
      return await readFile(part);
    } finally {
      await rm(part, { force: true });
    }
  }

  /**
   * A file derived from a source, made by `make` unless the cache has it. The answer stays as long as
   * the source's folder does.
   */
  async derived(
    source: StoredSource,
    suffix: string,
    make: (path: string) => Promise<void>,
  ): Promise<string> {
    const key = `${source.contentHash}.${suffix}`;
    const path = join(source.workDir, `derived-${randomUUID()}`);
    const known = await this.cache.take(key, path);
    noteCacheUse('sources', known);
    if (known) return path;
    await make(path);
    await sync(path);
    await this.cache.keep(key, path);
    return path;
  }

  private async local(src: string, pointer: string, workDir: string): Promise<StoredSource> {
    const path = await existing(src, pointer);
    return stored(path, pointer, workDir);
  }
}

async function stored(path: string, pointer: string, workDir: string): Promise<StoredSource> {
  const sniffed = await sniffSource(path, pointer);
  return { contentHash: await hashOf(path), path, ...sniffed, workDir };
}

/** @throws JobFailure SOURCE_NOT_FOUND */
async function existing(src: string, pointer: string): Promise<string> {
  const path = resolve(src);
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return path;
  throw new JobFailure('SOURCE_NOT_FOUND', `There is no file ${JSON.stringify(src)}.`, pointer);
}

/** What the cache keeps has to be on the disk before its name is: a power cut leaves no empty entry. */
async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Whether something derived is as it was written, as far as its size tells. */
export async function isNotEmpty(path: string): Promise<boolean> {
  return (await stat(path)).size > 0;
}
