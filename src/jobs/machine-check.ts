import { mkdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { readVersion } from '../engine/ffmpeg/abilities.js';
import { FfmpegService } from '../engine/ffmpeg/ffmpeg.service.js';
import { isStorageFull } from '../engine/ffmpeg/storage-full.js';
import { CacheSpace } from '../engine/files/cache-space.js';
import { probeFolder } from '../engine/files/data-folder.js';
import { OBJECT_STORE, type ObjectStore } from '../engine/storage/object-store.js';
import { workRoot } from './attempt-folders.js';
import { isMachineFault } from './machine-fault.js';

/** How long a good result counts, so that a job does not wait for a check. */
const FRESH_MS = 1_000;
/** Starting ffmpeg takes longer than everything else. */
const FFMPEG_FRESH_MS = 30_000;
const STORE_FRESH_MS = 10_000;

/** Finds out whether this machine can render. */
@Injectable()
export class MachineCheck {
  private checkedAt = -Infinity;
  private ffmpegRanAt = performance.now();
  private storeAnsweredAt = -Infinity;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly ffmpeg: FfmpegService,
    private readonly space: CacheSpace,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /** Why it cannot, for the operator; null: it can. */
  async problem(): Promise<string | null> {
    if (performance.now() - this.checkedAt < FRESH_MS) return null;
    const problem =
      (await this.diskProblem()) ?? (await this.storeProblem()) ?? (await this.ffmpegProblem());
    if (problem === null) this.checkedAt = performance.now();
    return problem;
  }

  /** Whether this machine is the reason of a failure, so that another one, or a later attempt, may go better. */
  isAtFault(error: unknown): boolean {
    return isMachineFault(error, this.config.dataDir);
  }

  /** Forgets good results, because something failed. The next attempt has the space of the caches. */
  async distrust(error: unknown): Promise<void> {
    if (isStorageFull(error)) await this.space.empty().catch(() => {});
    this.checkedAt = -Infinity;
    this.ffmpegRanAt = -Infinity;
    this.storeAnsweredAt = -Infinity;
  }

  /** A job whose video cannot be stored is rendered in vain. */
  private async storeProblem(): Promise<string | null> {
    const now = performance.now();
    if (now - this.storeAnsweredAt < STORE_FRESH_MS) return null;
    try {
      await this.store.check();
      this.storeAnsweredAt = now;
      return null;
    } catch (error) {
      return `The store of videos cannot be used: ${(error as Error).message}.`;
    }
  }

  private async diskProblem(): Promise<string | null> {
    const { dataDir, storage } = this.config;
    try {
      const folders = [
        workRoot(dataDir),
        ...(storage.s3 === null ? [join(dataDir, 'videos')] : []),
      ];
      for (const folder of folders) {
        await mkdir(folder, { recursive: true });
        await probeFolder(folder);
      }
      await this.space.makeRoom();
      const { bavail, bsize } = await statfs(dataDir);
      const free = bavail * bsize;
      if (free >= storage.minFreeBytes) return null;
      return `Only ${free} bytes are free in the data folder, but VIDEOCRAFT_STORAGE_MIN_FREE_BYTES requires ${storage.minFreeBytes}.`;
    } catch (error) {
      return `The data folder cannot be written: ${(error as Error).message}.`;
    }
  }

  private async ffmpegProblem(): Promise<string | null> {
    const now = performance.now();
    if (now - this.ffmpegRanAt < FFMPEG_FRESH_MS) return null;
    const { ffmpegPath, ffprobePath } = this.ffmpeg.tools;
    try {
      await Promise.all([ffmpegPath, ffprobePath].map(readVersion));
      this.ffmpegRanAt = now;
      return null;
    } catch (error) {
      // A machine that is so busy renders slowly, but it renders.
      if ((error as { readonly killed?: boolean }).killed === true) return null;
      return `ffmpeg cannot be run: ${(error as Error).message.split('\n')[0]}.`;
    }
  }
}
