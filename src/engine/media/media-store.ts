import { randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '../../config/types.js';
import { JobFailure } from '../../core/errors/job-failure.js';
import { noteCacheUse } from '../metrics/cache-use.js';
import { fetchSource } from './fetch-source.js';
import { sniffDemuxer } from './formats.js';
import { hashOf } from './hash-of.js';

/** A source on this machine's disk, named by its content. */
export interface StoredSource {
  readonly contentHash: string;
  readonly path: string;
  readonly demuxer: string;
}

export interface AcquireOptions {
  /** The element that names the source. */
  readonly pointer: string;
  /** True on the command line only: the source may be a path. */
  readonly localSources: boolean;
  readonly signal: AbortSignal;
}

/** Source files and what is decoded from them, under the hash of their bytes. */
export class MediaStore {
  constructor(
    private readonly dir: string,
    private readonly limits: Config['sources'],
  ) {}

  /** Fetches or finds the file an element names, and looks at what it is. */
  async acquire(
    src: string,
    { pointer, localSources, signal }: AcquireOptions,
  ): Promise<StoredSource> {
    if (localSources && !/^https?:/i.test(src)) return this.local(src, pointer);
    await mkdir(this.dir, { recursive: true });
    const part = join(this.dir, `${randomUUID()}.part`);
    try {
      await fetchSource(src, part, { limits: this.limits, pointer, signal });
      const contentHash = await hashOf(part);
      const demuxer = await sniffDemuxer(part, pointer);
      const path = join(this.dir, contentHash);
      await rename(part, path);
      return { contentHash, path, demuxer };
    } finally {
      await rm(part, { force: true });
    }
  }

  /**
   * The bytes of a small file an element names, such as captions or a font; of any type.
   *
   * @throws JobFailure as `acquire`, and SOURCE_TOO_LARGE above `maxBytes`
   */
  async acquireBytes(
    src: string,
    { pointer, localSources, signal, maxBytes }: AcquireOptions & { maxBytes: number },
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
    await mkdir(this.dir, { recursive: true });
    const part = join(this.dir, `${randomUUID()}.part`);
    try {
      const limits = { ...this.limits, maxBytes: Math.min(maxBytes, this.limits.maxBytes) };
      await fetchSource(src, part, { limits, pointer, signal });
      return await readFile(part);
    } finally {
      await rm(part, { force: true });
    }
  }

  /**
   * A file derived from a source, made once: `make` writes it under another name, and only a whole
   * one gets its own, so that processes which make it at the same time do not disturb each other.
   */
  async derived(
    source: StoredSource,
    suffix: string,
    make: (path: string) => Promise<void>,
  ): Promise<string> {
    await mkdir(this.dir, { recursive: true });
    const path = join(this.dir, `${source.contentHash}.${suffix}`);
    const known = await access(path).then(
      () => true,
      () => false,
    );
    noteCacheUse('sources', known);
    if (known) return path;
    const part = join(this.dir, `${randomUUID()}.part`);
    try {
      await make(part);
      await rename(part, path);
    } finally {
      await rm(part, { force: true });
    }
    return path;
  }

  private async local(src: string, pointer: string): Promise<StoredSource> {
    const path = await existing(src, pointer);
    return { contentHash: await hashOf(path), path, demuxer: await sniffDemuxer(path, pointer) };
  }
}

/** @throws JobFailure SOURCE_NOT_FOUND */
async function existing(src: string, pointer: string): Promise<string> {
  const path = resolve(src);
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return path;
  throw new JobFailure('SOURCE_NOT_FOUND', `There is no file ${JSON.stringify(src)}.`, pointer);
}
