import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AssetFiles } from '../engine/assets/asset-files.js';
import { AssetStore } from '../engine/assets/asset-store.js';
import type { Actor } from '../engine/audit/audit-event.entity.js';
import { JobStore } from '../engine/jobs/job-store.js';
import { isDownloaded } from '../engine/retention/download-holds.js';
import type { OldAsset } from '../engine/retention/old-assets.js';
import { deleteJobs, type OldJob } from '../engine/retention/old-rows.js';
import type { StepBounds } from '../engine/retention/old-videos.js';
import { VideoFiles } from '../engine/storage/video-files.js';

const RETENTION: Actor = { keyId: 'retention', requestId: null };
/** Videos that cannot be removed in one pass, before it gives up: the whole store is at fault. */
const MOST_FAILURES = 50;

/** A download began after a video was found to be old. */
class InUse extends Error {}

/** Removes things as clients do. What cannot be removed is left for the next pass. */
@Injectable()
export class Removals {
  /** Jobs and assets whose files could not be removed in this pass, and why. */
  private readonly stuck = new Map<string, unknown>();
  private readonly inUse = new Set<string>();
  private stopped = false;

  constructor(
    private readonly jobs: JobStore,
    private readonly files: VideoFiles,
    private readonly assets: AssetStore,
    private readonly assetFiles: AssetFiles,
  ) {}

  /** Begins a pass. */
  begin(): void {
    this.stuck.clear();
    this.inUse.clear();
  }

  /** What failed in this pass. */
  get failures(): unknown[] {
    return [...this.stuck.values()];
  }

  /** Whether nothing more is to be removed in this pass. */
  get hasEnded(): boolean {
    return this.stopped || this.stuck.size >= MOST_FAILURES;
  }

  /** Removes nothing more. */
  stop(): void {
    this.stopped = true;
  }

  /** Bounds of a step that leaves out what cannot be removed at present. */
  bounds(most: number): StepBounds {
    return { most, except: [...this.stuck.keys(), ...this.inUse] };
  }

  /** Removes videos as a client does: files and row together, each with its audit event. */
  async videos(
    manager: EntityManager,
    videos: readonly { readonly id: string }[],
  ): Promise<number> {
    for (const { id } of videos) {
      if (this.hasEnded) break;
      const removeFiles = async () => {
        if (await isDownloaded(manager, `videos/${id}`)) throw new InUse();
        await this.files.removeAttempts(id, null);
      };
      await this.jobs
        .remove(id, RETENTION, removeFiles)
        .catch((error: unknown) =>
          error instanceof InUse ? this.inUse.add(id) : this.stuck.set(id, error),
        );
    }
    return videos.length;
  }

  /** Removes jobs that have ended, with their videos. @returns how many rows are gone */
  async ended(manager: EntityManager, old: readonly OldJob[]): Promise<number> {
    await this.videos(
      manager,
      old.filter(({ hasVideo }) => hasVideo),
    );
    return deleteJobs(
      manager,
      old.map(({ id }) => id),
    );
  }

  /** Removes assets as a client does. Jobs that wait for one still get it. */
  async unused(manager: EntityManager, old: readonly OldAsset[]): Promise<number> {
    for (const asset of old) {
      if (this.hasEnded) break;
      await this.unusedOne(manager, asset).catch((error: unknown) =>
        this.stuck.set(asset.id, error),
      );
    }
    return old.length;
  }

  private async unusedOne(manager: EntityManager, asset: OldAsset): Promise<void> {
    const objects = await this.assets.remove(asset, RETENTION);
    for (const object of objects ?? []) {
      // An object that is still read belongs to no asset now. The sweeper of assets removes it.
      if (!(await isDownloaded(manager, object))) await this.assetFiles.remove([object]);
    }
  }
}
