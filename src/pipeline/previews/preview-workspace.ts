import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SharedWork } from '../../engine/concurrency/shared-work.js';
import { SessionMemory } from '../../engine/media/store/media-session.js';
import type { PreviewPlan } from './preview-plan.js';

/** An author goes back and forth between few versions. Each holds the outlines of its captions. */
const MOST_PLANS = 6;
/** Sources are fetched again after so long, because their files may have changed. */
const FRESH_MS = 10 * 60_000;

/** Makes a plan. @param folder for the files of the plan, on the file system of the caches */
export type MakePlan = (
  folder: string,
  memory: SessionMemory,
  signal: AbortSignal,
) => Promise<PreviewPlan>;

/** The use of a workspace, which the user ends. */
export interface WorkspaceLease {
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
  private users = 0;
  private isClosed = false;

  private constructor(readonly folder: string) {}

  static async open(root: string): Promise<PreviewWorkspace> {
    await mkdir(root, { recursive: true });
    return new PreviewWorkspace(await mkdtemp(join(root, 'key-')));
  }

  get isFresh(): boolean {
    return performance.now() - this.openedAt < FRESH_MS;
  }

  get isInUse(): boolean {
    return this.users > 0;
  }

  /** Keeps the files until the lease ends. */
  lease(): WorkspaceLease {
    this.users++;
    return {
      plan: this.planOf.bind(this),
      end: async () => {
        this.users--;
        await this.removeIfUnused();
      },
    };
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
    const plan = await this.inWorkOf(key, make).wait(signal);
    this.keep(key, plan);
    return plan;
  }

  /** Several requests for one config wait for the same plan. */
  private inWorkOf(key: string, make: MakePlan): SharedWork<PreviewPlan> {
    const known = this.inWork.get(key);
    if (known) return known;
    const work: SharedWork<PreviewPlan> = new SharedWork(
      (signal) => make(this.folder, this.memory, signal),
      () => {
        if (this.inWork.get(key) === work) this.inWork.delete(key);
      },
    );
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

  private async removeIfUnused(): Promise<void> {
    if (!this.isClosed || this.isInUse) return;
    for (const plan of this.plans.values()) plan.close();
    this.plans.clear();
    await rm(this.folder, { recursive: true, force: true });
  }
}
