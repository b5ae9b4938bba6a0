import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import type { Attempt } from '../engine/jobs/attempt.js';
import { RenderQueue } from '../engine/jobs/render-queue.js';
import { RenderFingerprint } from '../engine/render/setup/render-fingerprint.js';
import { AttemptShare } from '../engine/spread/attempt-share.js';
import { OBJECT_STORE, type ObjectStore } from '../engine/storage/object-store.js';
import { SharedCaches } from '../engine/storage/shared-caches.js';
import type { Helpers } from '../pipeline/types/helpers.js';
import { AttemptFolders } from './attempt-folders.js';

/** Lets other workers help with the jobs of this one. */
@Injectable()
export class JobSpread {
  private readonly logger = new Logger(JobSpread.name);
  private readonly shares = new Map<string, AttemptShare>();

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'spreadMs'>,
    private readonly queue: RenderQueue,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    private readonly caches: SharedCaches,
    private readonly folders: AttemptFolders,
    private readonly fingerprint: RenderFingerprint,
  ) {}

  /**
   * @param signal of the attempt
   * @returns undefined if the operator does not want it, or no cache passes segments on
   */
  helpersOf({ jobId, attempt }: Attempt, signal: AbortSignal): Helpers | undefined {
    const fromSeconds = this.config.spreadMs / 1_000;
    if (fromSeconds === 0 || !this.caches.areShared) return undefined;
    const { chunks } = this.queue;
    const share = new AttemptShare(this.store, { jobId, attempt }, signal);
    this.shares.set(jobId, share);
    let offers = 0;
    let problems = 0;
    return {
      fromSeconds,
      share,
      offer: async () => {
        const number = offers++;
        const { text: fingerprint } = this.fingerprint;
        return { id: await chunks.offer({ jobId, attempt, chunk: number, fingerprint }), number };
      },
      stateOf: (id) => chunks.stateOf(id),
      withdraw: (id) => chunks.withdraw(id),
      discard: (ids) => chunks.discard(ids),
      onProblem: (err) => {
        if (signal.aborted || share.isClosed || problems++ > 0) return;
        const msg = 'Other workers cannot help with a job at the moment';
        this.logger.warn({ jobId, attempt, err, msg });
      },
      onSpread: (summary) => {
        const msg = 'Other workers rendered segments of a job';
        this.logger.log({ jobId, attempt, ...summary, msg });
      },
    };
  }

  /**
   * Removes what an attempt shared, and what workers left that died while they helped. What cannot be removed now is
   * removed later (`LostWorkers`).
   */
  async end({ jobId, attempt }: Attempt): Promise<void> {
    const share = this.shares.get(jobId);
    this.shares.delete(jobId);
    await share?.close();
    if (share?.isUsed) await this.folders.removeShared({ jobId, attempt });
  }
}
