import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Segment } from '../../core/render/segment/types.js';
import type { ObjectStore } from '../storage/object-store.js';

const compress = promisify(gzip);
const expand = promisify(gunzip);

/**
 * The largest description of a chunk. Captions take the most: ten seconds with a state in each frame are some
 * megabytes.
 */
export const MAX_CHUNK_BYTES = 64 << 20;
const SHARED = 'plans';

/** A source that segments of a chunk name. */
export interface SharedSource {
  readonly contentHash: string;
  readonly demuxer: string;
}

/** Segments for another worker, as plain data. */
export interface SharedChunk {
  readonly segments: readonly Segment[];
  readonly sources: readonly SharedSource[];
  /** Threads of each encoder. They decide about its output, so all workers use the same number. */
  readonly threads: number;
}

/** The store of the service. A file appears in it whole or not at all. */
export type ShareStore = Pick<ObjectStore, 'put' | 'fetch' | 'stat' | 'removeAll' | 'list'>;

/** The attempt whose files are shared. */
interface Attempt {
  readonly jobId: string;
  readonly attempt: number;
}

/** What the workers of an attempt share: segments to render, their sources, and segments that no cache keeps. */
export class AttemptShare {
  private readonly prefix: string;
  private readonly closing = new AbortController();
  private readonly signal: AbortSignal;
  private readonly puts = new Set<Promise<void>>();
  private used = false;

  constructor(
    private readonly store: ShareStore,
    attempt: Attempt,
    signal: AbortSignal,
    /** The largest description of a chunk that is shared. */
    private readonly maxChunkBytes = MAX_CHUNK_BYTES,
  ) {
    this.prefix = sharePrefix(attempt).slice(0, -1);
    this.signal = AbortSignal.any([signal, this.closing.signal]);
  }

  /** Whether anything may be shared. */
  get isUsed(): boolean {
    return this.used;
  }

  get isClosed(): boolean {
    return this.closing.signal.aborted;
  }

  /** Shares nothing more. What is being shared is stopped, so that it cannot appear after it was removed. */
  async close(): Promise<void> {
    this.closing.abort();
    await Promise.allSettled(this.puts);
  }

  /** Shows workers that they see the files of this one. @param workDir for a temporary file */
  async open(workDir: string): Promise<void> {
    await this.putBytes('open', Buffer.alloc(0), workDir);
  }

  /** Whether this worker sees the files of the worker that has the job. */
  async isOpen(): Promise<boolean> {
    return (await this.store.stat(`${this.prefix}/open`)) !== null;
  }

  /** @returns false if the chunk is too large to share */
  async putChunk(number: number, chunk: SharedChunk, workDir: string): Promise<boolean> {
    const json = Buffer.from(JSON.stringify(chunk));
    if (json.length > this.maxChunkBytes) return false;
    await this.putBytes(`chunk-${number}`, await compress(json, { level: 1 }), workDir);
    return true;
  }

  /** @returns null if the chunk is not shared yet */
  async chunk(number: number, workDir: string): Promise<SharedChunk | null> {
    const path = join(workDir, `chunk-${number}`);
    if (!(await this.store.fetch(`${this.prefix}/chunk-${number}`, path, this.signal))) return null;
    try {
      const json = await expand(await readFile(path), { maxOutputLength: MAX_CHUNK_BYTES });
      return JSON.parse(json.toString('utf8')) as SharedChunk;
    } finally {
      await rm(path, { force: true });
    }
  }

  putSource(contentHash: string, path: string): Promise<void> {
    return this.put(this.sourceKey(contentHash), path);
  }

  source(contentHash: string, target: string): Promise<boolean> {
    return this.store.fetch(this.sourceKey(contentHash), target, this.signal);
  }

  putSegment(name: string, path: string): Promise<void> {
    return this.put(`${this.prefix}/segment-${name}`, path);
  }

  segment(name: string, target: string): Promise<boolean> {
    return this.store.fetch(`${this.prefix}/segment-${name}`, target, this.signal);
  }

  private sourceKey(contentHash: string): string {
    // Hashes of derived sources have suffixes.
    return `${this.prefix}/source-${createHash('sha256').update(contentHash).digest('hex')}`;
  }

  private async put(key: string, path: string): Promise<void> {
    this.signal.throwIfAborted();
    this.used = true;
    const put = this.store.put(key, path, this.signal);
    this.puts.add(put);
    try {
      await put;
    } finally {
      this.puts.delete(put);
    }
  }

  private async putBytes(name: string, bytes: Uint8Array, workDir: string): Promise<void> {
    const path = join(workDir, `share-${name}`);
    try {
      await writeFile(path, bytes);
      await this.put(`${this.prefix}/${name}`, path);
    } finally {
      await rm(path, { force: true });
    }
  }
}

/** Where an attempt shares files, or all attempts of a job. */
export function sharePrefix({
  jobId,
  attempt,
}: Omit<Attempt, 'attempt'> & Partial<Attempt>): string {
  return `${SHARED}/${jobId}-${attempt === undefined ? '' : `${attempt}/`}`;
}

/** The attempts that share files, as `<job>-<attempt>`. */
export async function attemptsThatShare(store: ShareStore): Promise<string[]> {
  const names = new Set<string>();
  let after: string | null = null;
  do {
    const page = await store.list(`${SHARED}/`, after);
    for (const { key } of page.objects) names.add(key.split('/')[1]!);
    after = page.next;
  } while (after !== null);
  return [...names];
}
