import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { JobFailure } from '../core/job/job-failure.js';
import { MissingAbility } from '../core/job/missing-ability.js';
import type { JobAssets } from '../engine/assets/job-assets.js';
import type { CertainJobs } from '../engine/jobs/certain-jobs.js';
import { type Claim, MAX_ATTEMPTS, type Release } from '../engine/jobs/attempt.js';
import type { AttemptStore } from '../engine/jobs/attempt-store.js';
import type { VoiceUsage } from '../engine/jobs/voice-usage.js';
import type { HeldMessage } from '../engine/jobs/render-queue.js';
import type { WorkerLink } from '../engine/workers/messages.js';
import type { SharedCaches } from '../engine/storage/shared-caches.js';
import { attemptFolder } from '../engine/storage/video-files.js';
import type { RenderReport } from '../pipeline/types/render-context.js';
import type { AttemptFolders, WorkFolder } from './attempt-folders.js';
import { AttemptProgress } from './attempt-progress.js';
import type { FittingWorker } from './fitting-worker.js';
import { failureOf, resultOf } from './job-outcome.js';
import type { JobRenderer } from './job-renderer.js';
import type { JobSpread } from './job-spread.js';
import type { MachineGate } from './machine-gate.js';
import { RetryEvents } from './retry-events.js';

/** A render has so long to end after its job was cancelled. */
const CANCEL_MS = 1_200;
/** How long the end of an attempt waits for uploads to the shared caches. */
const SHARE_MS = 2_000;
/** The delay before another attempt on a machine that failed, for each attempt that failed. */
const MACHINE_DELAY_SECONDS = 2;

/** What attempts need of their worker. */
export interface AttemptTools {
  readonly jobs: AttemptStore;
  readonly certain: CertainJobs;
  readonly gate: MachineGate;
  readonly link: WorkerLink;
  readonly folders: AttemptFolders;
  readonly shared: SharedCaches;
  readonly spread: JobSpread;
  readonly fitting: FittingWorker;
  readonly renderer: JobRenderer;
  readonly assets: JobAssets;
  readonly voices: VoiceUsage;
  /** Aborted when the worker stops. */
  readonly shutdown: AbortSignal;
}

/** An attempt at a job, from its claim to its end. */
export class AttemptRun {
  private readonly logger = new Logger(AttemptRun.name);
  private readonly progress: AttemptProgress;
  private readonly retries: RetryEvents;
  private folder: WorkFolder | null = null;

  constructor(
    private readonly tools: AttemptTools,
    private readonly claim: Claim,
    /** The delivery of the message that the attempt answers. */
    private readonly message: HeldMessage,
    /** Aborted when the queue has taken the message away. */
    private readonly signal: AbortSignal,
  ) {
    const { jobs } = tools;
    this.progress = new AttemptProgress(jobs, claim, this.logger);
    this.retries = new RetryEvents(jobs, claim, this.logger);
  }

  /** Resolves when the job is stored as completed, failed, or handed back, and no unneeded file is left. */
  async run(): Promise<void> {
    let published = false;
    const stuck = this.watchCancel();
    try {
      const report = await this.render();
      await this.retries.recorded;
      published = await this.complete(report);
    } catch (error) {
      await this.retries.recorded;
      await this.endWithout(error);
    } finally {
      clearTimeout(stuck.timer);
      this.progress.stop();
      const { folders, shared, spread } = this.tools;
      await spread.end(this.claim).catch(this.warn);
      await shared.settle(SHARE_MS);
      if (this.folder !== null) await folders.close(this.folder).catch(this.warn);
      if (!published) await folders.unpublish(this.claim).catch(this.warn);
    }
  }

  private async render(): Promise<RenderReport> {
    const { shutdown, folders, spread, renderer, assets, voices } = this.tools;
    const { progress, retries, claim } = this;
    this.folder = await folders.open(claim);
    const { path: workDir, limits } = this.folder;
    const signal = AbortSignal.any([this.signal, progress.lost, shutdown, limits.signal]);
    return renderer.render(claim, {
      signal,
      helpers: spread.helpersOf(claim, signal),
      workDir,
      outputDir: join(workDir, attemptFolder(claim)),
      publish: (folder, files) => folders.publish(claim, folder, files, signal),
      localSources: false,
      fetchAsset: (id, target, stop) => assets.fetch(claim.jobId, id, target, stop),
      voices: { allowance: voices.allowanceOf(claim.keyId) },
      onProgress: progress.onProgress,
      onStepEnd: progress.onStepEnd,
      onSourceRetry: retries.record,
    });
  }

  /** Tells the supervisor if the render does not end after its job was cancelled. */
  private watchCancel(): { timer: NodeJS.Timeout | undefined } {
    const watch: { timer: NodeJS.Timeout | undefined } = { timer: undefined };
    this.progress.lost.addEventListener('abort', () => {
      watch.timer = setTimeout(() => this.tools.link.stuck(), CANCEL_MS);
    });
    return watch;
  }

  /** @returns false when the attempt no longer holds the job */
  private async complete(report: RenderReport): Promise<boolean> {
    const { steps, warnings } = report;
    const result = resultOf(report);
    const published = await this.tools.certain.complete(this.claim, { result, steps, warnings });
    if (!published) await this.tools.jobs.acquit(this.claim).catch(this.warn);
    if (!published) return false;
    this.tools.link.rendered(figuresOf(report));
    this.logger.log({ ...this.named, msg: 'Job completed' });
    return true;
  }

  /** Ends the attempt after its render has failed or was aborted. */
  private async endWithout(error: unknown): Promise<void> {
    const { progress, tools, signal } = this;
    const exceeded = this.folder?.limits.failure;
    if (tools.shutdown.aborted) await this.handBack({ reason: 'stopped' });
    else if (progress.lost.aborted) {
      this.logger.debug({ ...this.named, msg: 'Job taken' });
      await tools.jobs.acquit(this.claim).catch(this.warn);
    }
    // Even if the queue has taken the message away: another attempt would take as long.
    else if (exceeded) await this.fail(exceeded, exceeded);
    // The queue has given the job to another attempt, which this one must not fail.
    else if (signal.aborted) {
      this.logger.warn({ ...this.named, msg: 'The job was lost' });
      await this.handBack({ reason: 'message_lost' });
    } else if (tools.gate.isAtFault(error)) await this.endOnFault(error);
    else if (error instanceof MissingAbility) await this.passOn(error);
    else await this.fail(failureOf(error), error);
  }

  /** Another worker may have what this one lacks. */
  private async passOn(missing: MissingAbility): Promise<void> {
    const failure = await this.tools.fitting.passOn(this.claim, this.message, missing);
    if (failure !== null) await this.fail(failure, failure);
    else this.logger.log({ ...this.named, needs: missing.needs, msg: 'Job passed on' });
  }

  /** The machine could not render. Another attempt may go better, on another machine or later. */
  private async endOnFault(error: unknown): Promise<void> {
    const failed = this.claim.failedAttempts + 1;
    if (failed >= MAX_ATTEMPTS) await this.fail(failureOf(error), error);
    else {
      this.logger.error({
        ...this.named,
        err: error,
        msg: 'The machine failed, and the job is retried',
      });
      await this.handBack({
        reason: 'machine_failed',
        delaySeconds: MACHINE_DELAY_SECONDS * failed,
      });
    }
    await this.tools.gate.distrust(error);
  }

  private async handBack(why: Release): Promise<void> {
    const back = await this.tools.certain.release(this.claim, this.message, why);
    // Another attempt began before, and counted this one as lost.
    if (!back) await this.tools.jobs.acquit(this.claim).catch(this.warn);
  }

  private async fail(failure: JobFailure, error: unknown): Promise<void> {
    if (failure === error) {
      const { code, pointer, cause } = failure;
      this.logger.log({ ...this.named, code, pointer, err: cause, msg: 'Job failed' });
    } else this.logger.error({ ...this.named, err: error, msg: 'Job failed' });
    await this.tools.certain.fail(this.claim, failure, this.progress.steps);
  }

  private get named() {
    const { jobId, attempt } = this.claim;
    return { jobId, attempt };
  }

  private readonly warn = (error: unknown): void => {
    this.logger.warn({ ...this.named, err: error, msg: 'The end of an attempt is incomplete' });
  };
}

/** Only the figures: a report also has what belongs to the author. */
function figuresOf({ steps, segments: { total, cached } }: RenderReport) {
  return {
    steps: steps.map(({ step, seconds }) => ({ step, seconds })),
    segments: { total, cached },
  };
}
