import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { CacheSpace } from '../../engine/files/cache-space.js';
import { ApiError } from '../../http/errors/api-error.js';

const DAY_MS = 24 * 3_600_000;

/** The folder in which files arrive. What is in it belongs to a request, or was left by a process that died. */
@Injectable()
export class IncomingFolder {
  private readonly path: string;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly space: CacheSpace,
  ) {
    this.path = join(config.dataDir, 'incoming');
  }

  /** Gives an action the path of a file that does not exist yet, and removes the file at the end. */
  async withFile<T>(action: (path: string) => Promise<T>): Promise<T> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    const path = join(this.path, randomUUID());
    try {
      return await action(path);
    } finally {
      await rm(path, { force: true });
    }
  }

  /** @throws ApiError STORAGE_FULL if so many bytes would not leave the space that jobs need */
  async requireSpace(bytes: number): Promise<void> {
    const { minFreeBytes } = this.config.storage;
    if ((await this.freeBytes()) >= minFreeBytes + bytes) return;
    await this.space.makeRoom();
    if ((await this.freeBytes()) >= minFreeBytes + bytes) return;
    throw storageFull(null);
  }

  /** Removes what processes left that died. @param now the time in milliseconds */
  async sweep(now: number): Promise<void> {
    const names = await readdir(this.path).catch(() => []);
    for (const name of names) {
      const path = join(this.path, name);
      const found = await stat(path).catch(() => null);
      if (found && found.mtimeMs < now - DAY_MS) await rm(path, { force: true });
    }
  }

  private async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.config.dataDir);
    return bavail * bsize;
  }
}

/** The error for a disk that has no room for a file. */
export function storageFull(cause: unknown): ApiError {
  const details = 'The service has no room for this file. Nothing was stored.';
  return new ApiError('STORAGE_FULL', details, { cause });
}
