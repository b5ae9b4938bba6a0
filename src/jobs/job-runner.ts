import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { JobFailure } from '../core/job/job-failure.js';
import type { Project } from '../core/project/types/index.js';
import { FontCatalog } from '../engine/fonts/font-catalog.js';
import { withinCacheScope } from '../engine/files/cache-scope.js';
import type { JobStep } from '../engine/jobs/job-result.js';
import { type Claim, JobStore } from '../engine/jobs/job-store.js';
import { type HeldMessage, RenderQueue } from '../engine/jobs/render-queue.js';
import type { RenderFigures } from '../engine/figures/render-figures.js';
import { WORKER_LINK, type WorkerLink } from '../engine/workers/messages.js';
import { outputFolder, videosDir } from '../pipeline/outputs/output-files.js';
import { parseConfig } from '../pipeline/parse-config.js';
import { RendererService } from '../pipeline/renderer.service.js';
import type { RenderReport } from '../pipeline/types/render-context.js';
import { AttemptLimits } from './attempt-limits.js';
import { AttemptProgress } from './attempt-progress.js';
import { makeWorkDir, removeAttempts, removeFolder, removeWorkDirs } from './attempt-folders.js';
import { failureOf, resultOf } from './job-outcome.js';
import { RetryEvents } from './retry-events.js';

/** Takes jobs from the queue and renders them. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(JobRunner.name);
  private readonly workerId = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  private readonly shutdown = new AbortController();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly jobs: JobStore,
    private readonly queue: RenderQueue,
    @Inject(WORKER_LINK) private readonly link: WorkerLink,
    private readonly fonts: FontCatalog,
    private readonly renderer: RendererService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await mkdir(videosDir(this.config.dataDir), { recursive: true });
    if (this.config.workers === 0) return;
    await this.queue.work(this.config.workers, {
      run: (jobId, message, signal) => this.run(jobId, message, signal),
      lost: (jobId) => this.giveUp(jobId),
    });
  }

  /** Running jobs return to the queue. The queue waits for that before it stops. */
  onModuleDestroy(): void {
    this.shutdown.abort();
  }

  private async giveUp(jobId: string): Promise<void> {
    const why = 'The job was given up, because its workers stopped repeatedly. Submit it again.';
    if (await this.jobs.giveUp(jobId, why)) await removeAttempts(this.config.dataDir, jobId);
  }

  private async run(jobId: string, message: HeldMessage, signal: AbortSignal): Promise<void> {
    const claim = await this.jobs.claim(jobId, this.workerId);
    // Null: it was cancelled, or finished just before its worker died.
    if (claim === null) {
      await removeWorkDirs(this.config.dataDir, jobId);
      return;
    }
    this.link.attempt({ jobId, attempt: claim.attempt, message });
    try {
      await this.runAttempt(claim, signal);
    } finally {
      this.link.attempt(null);
    }
  }

  private async runAttempt(claim: Claim, signal: AbortSignal): Promise<void> {
    const progress = new AttemptProgress(this.jobs, claim, this.logger);
    const retries = new RetryEvents(this.jobs, claim, this.logger);
    const outputDir = outputFolder(this.config.dataDir, claim.jobId, claim.attempt);
    let workDir: string | null = null;
    let limits: AttemptLimits | null = null;
    let published = false;
    try {
      workDir = await makeWorkDir(this.config.dataDir, claim);
      limits = new AttemptLimits(this.config.limits, workDir);
      const context = {
        signal: AbortSignal.any([signal, progress.lost, this.shutdown.signal, limits.signal]),
        workDir,
        outputDir,
        localSources: false,
        onProgress: progress.onProgress,
        onStepEnd: progress.onStepEnd,
        onSourceRetry: retries.record,
      };
      const render = () => this.renderer.render(this.parse(claim), context);
      const report = await withinCacheScope(claim.keyId, render);
      await retries.recorded;
      published = await this.complete(claim, report);
    } catch (error) {
      await retries.recorded;
      if (this.shutdown.signal.aborted) await this.jobs.handBack(claim);
      else if (progress.lost.aborted) this.logger.debug({ ...attemptOf(claim), msg: 'Job taken' });
      // Even if the queue has taken the message away: another attempt would take as long.
      else if (limits?.failure) await this.fail(claim, limits.failure, progress.steps);
      // The queue has given the job to another attempt, which this one must not fail.
      else if (signal.aborted) this.logger.warn({ ...attemptOf(claim), msg: 'The job was lost' });
      else await this.fail(claim, error, progress.steps);
    } finally {
      progress.stop();
      limits?.stop();
      if (workDir !== null) await removeFolder(workDir);
      if (!published) await removeFolder(outputDir);
    }
  }

  private parse({ config }: Claim): Project {
    const { subtitles: subtitleDefaults, limits } = this.config;
    const settings = { subtitleDefaults, localSources: false, limits };
    const parsed = parseConfig(config, this.fonts, settings);
    if (parsed.ok) return parsed.project;
    const [issue] = parsed.issues;
    throw new JobFailure('RENDER_FAILED', issue?.message ?? '', issue?.pointer ?? null);
  }

  /** @returns false when the attempt no longer holds the job */
  private async complete(claim: Claim, report: RenderReport): Promise<boolean> {
    const { steps, warnings } = report;
    const published = await this.jobs.complete(claim, resultOf(report), steps, warnings);
    this.link.rendered(figuresOf(report));
    const { jobId, attempt } = claim;
    this.logger.log({ jobId, attempt, msg: 'Job completed' });
    return published;
  }

  private async fail(claim: Claim, error: unknown, steps: readonly JobStep[]): Promise<void> {
    const failure = failureOf(error);
    const { jobId, attempt } = claim;
    if (failure === error) {
      const { code, pointer, cause } = failure;
      this.logger.log({ jobId, attempt, code, pointer, err: cause, msg: 'Job failed' });
    } else this.logger.error({ jobId, attempt, err: error, msg: 'Job failed' });
    await this.jobs.fail(claim, failure, steps);
  }
}

function attemptOf({ jobId, attempt }: Claim) {
  return { jobId, attempt };
}

/** Only the figures: a report also has what belongs to the author. */
function figuresOf({ steps, segments: { total, cached } }: RenderReport): RenderFigures {
  return {
    steps: steps.map(({ step, seconds }) => ({ step, seconds })),
    segments: { total, cached },
  };
}
