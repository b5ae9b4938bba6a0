import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SharedWork } from '../../engine/concurrency/shared-work.js';
import { sizeOfFolder } from '../../engine/files/folder-size.js';
import { SessionMemory } from '../../engine/media/store/media-session.js';
import type { PreviewPlan } from './preview-plan.js';

/** An author goes back and forth between few versions. Each holds the outlines of its captions. */
const MOST_PLANS = 6;
/** Sources are fetched again after so long, because their files may have changed. */
const FRESH_MS = 10 * 60_000;
/** Fonts and caption files of all plans, which are in memory. */
const MOST_CONTENT_BYTES = 64 * 2 ** 20;

/** Makes a plan. @param folder for the files of the plan, on the file system of the caches */
export type MakePlan = (
  folder: string,
  memory: SessionMemory,
  signal: AbortSignal,
) => Promise<PreviewPlan>;

/** The use of a workspace, which the user ends. */
export interface WorkspaceLease {
  /** It exists until the lease ends. */
  readonly folder: string;
  /** The plan of a config, which is made if it is not there. */
  plan(config: unknown, make: MakePlan, signal: AbortSignal): Promise<PreviewPlan>;
  end(): Promise<void>;
}

/** The plans of the configs that one key previews, and the sources that they share. */
export class PreviewWorkspace {
  private readonly memory = new SessionMemory();
  /** By the hash of the config; the least recently used one first. */
  private readonly plans = new Map<string, PreviewPlan>();
  private readonly inWork = new Map<string, SharedWork<PreviewPlan>>();
  private readonly openedAt = performance.now();
  private readonly folder: Promise<string>;
  /** The size of its files, once each plan is made. */
  private bytes = 0;
  private users = 0;
  private isClosed = false;

  /**
   * @param root an existing folder
   * @param mostBytes what it may hold and still be used again
   */
  constructor(
    root: string,
    private readonly mostBytes: number,
  ) {
    this.folder = mkdtemp(join(root, 'key-'));
    // Each lease gets the error.
    this.folder.catch(() => {});
  }

  /** Whether it may be leased again: its sources are fresh, and not too large. */
  get isReusable(): boolean {
    const isFresh = performance.now() - this.openedAt < FRESH_MS;
    return (
      isFresh && this.bytes <= this.mostBytes && this.memory.contentBytes <= MOST_CONTENT_BYTES
    );
  }

  /** Keeps the files until the lease ends. */
  async lease(): Promise<WorkspaceLease> {
    this.users++;
    try {
      const folder = await this.folder;
      return { folder, plan: this.planOf.bind(this), end: () => this.leave() };
    } catch (error) {
      this.users--;
      throw error;
    }
  }

  /** Removes the files as soon as nothing uses them. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.removeIfUnused();
  }

  private async planOf(config: unknown, make: MakePlan, signal: AbortSignal): Promise<PreviewPlan> {
    const key = createHash('sha256').update(JSON.stringify(config)).digest('hex');
    const known = this.plans.get(key);
    if (known) {
      this.keep(key, known);
      return known;
    }
    const folder = await this.folder;
    const plan = await this.inWorkOf(key, (stop) => make(folder, this.memory, stop)).wait(signal);
    this.keep(key, plan);
    this.bytes = await sizeOfFolder(folder);
    return plan;
  }

  /** Several requests for one config wait for the same plan. */
  private inWorkOf(
    key: string,
    make: (signal: AbortSignal) => Promise<PreviewPlan>,
  ): SharedWork<PreviewPlan> {
    const known = this.inWork.get(key);
    if (known) return known;
    const work: SharedWork<PreviewPlan> = new SharedWork(make, () => {
      if (this.inWork.get(key) === work) this.inWork.delete(key);
    });
    this.inWork.set(key, work);
    return work;
  }

  private keep(key: string, plan: PreviewPlan): void {
    this.plans.delete(key);
    this.plans.set(key, plan);
    for (const oldest of this.plans.keys()) {
      if (this.plans.size <= MOST_PLANS) return;
      this.plans.delete(oldest);
    }
  }

  private async leave(): Promise<void> {
    this.users--;
    await this.removeIfUnused();
  }

  private async removeIfUnused(): Promise<void> {
    if (!this.isClosed || this.users > 0) return;
    for (const plan of this.plans.values()) plan.close();
    this.plans.clear();
    const folder = await this.folder.catch(() => null);
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}
