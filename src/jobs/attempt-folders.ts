import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import type { OutputFile } from '../core/job/output-file.js';
import { CacheSpace } from '../engine/files/cache-space.js';
import { AttemptQueries } from '../engine/jobs/attempt-queries.js';
import type { Attempt } from '../engine/jobs/attempt.js';
import { attemptsThatShare, sharePrefix } from '../engine/spread/attempt-share.js';
import { OBJECT_STORE, type ObjectStore } from '../engine/storage/object-store.js';
import { attemptFolder, VideoFiles } from '../engine/storage/video-files.js';
import { WorkLimits } from '../engine/files/work-limits.js';

const HELP = '-help-';
const ATTEMPT_FOLDER =
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([1-9]\d{0,8})(?:-help-\w+)?$/;

/** A work folder, and its limits. */
export interface WorkFolder {
  readonly path: string;
  readonly limits: WorkLimits;
}

/**
 * The files of attempts: work folders, also those of workers that help, finished files, and what attempts share with
 * workers that help.
 */
@Injectable()
export class AttemptFolders {
  private readonly root: string;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataDir' | 'limits'>,
    private readonly space: CacheSpace,
    private readonly videos: VideoFiles,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    private readonly attempts: AttemptQueries,
  ) {
    this.root = workRoot(config.dataDir);
  }

  /**
   * Creates the work folder of an attempt. It removes everything that earlier attempts left when their
   * worker died, including finished files that were never committed: they no longer hold the job.
   */
  async open({ jobId, attempt }: Attempt): Promise<WorkFolder> {
    await mkdir(this.root, { recursive: true });
    if (attempt > 1) await this.removeAll(jobId);
    const path = join(this.root, attemptFolder({ jobId, attempt }));
    await mkdir(path);
    return this.limited(path);
  }

  /** Creates a work folder for the help with an attempt of another worker. */
  async openHelp(attempt: Attempt): Promise<WorkFolder> {
    await mkdir(this.root, { recursive: true });
    const prefix = join(this.root, `${attemptFolder(attempt)}${HELP}`);
    return this.limited(await mkdtemp(prefix));
  }

  /** Ends the limits of a work folder, and removes it. */
  async close({ path, limits }: WorkFolder): Promise<void> {
    limits.stop();
    await removeFolder(path);
  }

  /** Stores the finished files of an attempt. Until its job is completed, nobody sees them. */
  publish(
    attempt: Attempt,
    folder: string,
    files: readonly OutputFile[],
    signal: AbortSignal,
  ): Promise<void> {
    return this.videos.publish(attempt, folder, files, signal);
  }

  /** Removes what an attempt has stored in vain. */
  unpublish(attempt: Attempt): Promise<void> {
    return this.videos.removeAttempt(attempt);
  }

  /** Removes what the attempts of a job have left, except for its finished files. */
  async removeLeft(jobId: string): Promise<void> {
    await this.removeAll(jobId, await this.attempts.publishedFolder(jobId));
  }

  /** Like {@link removeLeft}, for one attempt. */
  async removeAttempt(attempt: Attempt): Promise<void> {
    const name = attemptFolder(attempt);
    await removeFolder(join(this.root, name));
    await this.removeShared(attempt);
    const isPublished = name === (await this.attempts.publishedFolder(attempt.jobId));
    if (!isPublished) await this.videos.removeAttempt(attempt);
  }

  /** Removes what an attempt shared, and the folders of workers that died while they helped. */
  async removeShared(attempt: Attempt): Promise<void> {
    await this.removeFolders(`${attemptFolder(attempt)}${HELP}`);
    await this.store.removeAll(sharePrefix(attempt));
  }

  /** The attempts that have a work folder here, or share something. */
  async attemptsWithFiles(): Promise<Attempt[]> {
    const names = await readdir(this.root).catch(() => []);
    const found = new Map<string, Attempt>();
    for (const name of [...names, ...(await attemptsThatShare(this.store))]) {
      const [, jobId, attempt] = ATTEMPT_FOLDER.exec(name) ?? [];
      if (jobId === undefined) continue;
      const one = { jobId, attempt: Number(attempt) };
      found.set(attemptFolder(one), one);
    }
    return [...found.values()];
  }

  private limited(path: string): WorkFolder {
    const limits = new WorkLimits(this.config.limits, path, () => this.space.makeRoom());
    return { path, limits };
  }

  private async removeAll(jobId: string, published: string | null = null): Promise<void> {
    await this.removeFolders(`${jobId}-`);
    await this.videos.removeAttempts(jobId, published);
    await this.store.removeAll(sharePrefix({ jobId }));
  }

  private async removeFolders(prefix: string): Promise<void> {
    const names = await readdir(this.root).catch(() => []);
    const left = names.filter((name) => name.startsWith(prefix));
    await Promise.all(left.map((name) => removeFolder(join(this.root, name))));
  }
}

export function workRoot(dataDir: string): string {
  return join(dataDir, 'work');
}

function removeFolder(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true });
}
