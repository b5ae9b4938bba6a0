import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename } from 'node:path';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { JobFailure } from '../core/job/job-failure.js';
import { overallProgress, type Step } from '../core/job/steps.js';
import type { Project } from '../core/project/types/index.js';
import { FfmpegError } from '../engine/ffmpeg/ffmpeg-error.js';
import { isStorageFull } from '../engine/ffmpeg/storage-full.js';
import { type Claim, JobStore } from '../engine/jobs/job-store.js';
import type { JobStep, VideoResult } from '../engine/jobs/job-result.js';
import { Metrics } from '../engine/metrics/metrics.js';
import { RenderQueue } from '../engine/jobs/render-queue.js';
import { outputFolder, videosDir } from '../pipeline/outputs/output-files.js';
import { parseConfig } from '../pipeline/parse-config.js';
import { RENDER_ENGINES } from '../pipeline/pipeline.module.js';
import type { RenderEngines, RenderReport } from '../pipeline/render-context.js';
import { renderVideo } from '../pipeline/render-video.js';
import { RetryEvents } from './retry-events.js';
import { makeWorkDir, removeAttempts, removeWorkDirs } from './attempt-folders.js';

/** How often a running job writes its progress and asks whether it still holds the job. */
const REPORT_MS = 500;
const SHUTDOWN_MS = 8_000;

/** Takes jobs from the queue and renders them. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(JobRunner.name);
  private readonly workerId = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  private readonly shutdown = new AbortController();

  constructor(
    private readonly jobs: JobStore,
    private readonly queue: RenderQueue,
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(RENDER_ENGINES) private readonly engines: RenderEngines,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await mkdir(videosDir(this.config.dataDir), { recursive: true });
    if (this.config.workers === 0) return;
    await this.queue.work(this.config.workers, {
      run: (jobId, signal) => this.run(jobId, signal),
      lost: (jobId) => this.giveUp(jobId),
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.shutdown.abort();
    await this.queue.stop(SHUTDOWN_MS);
  }

  private async giveUp(jobId: string): Promise<void> {
    const why = 'Its workers were lost again and again. Submit the project again.';
    if (await this.jobs.giveUp(jobId, why)) await removeAttempts(this.config.dataDir, jobId);
  }

  private async run(jobId: string, signal: AbortSignal): Promise<void> {
    const { dataDir } = this.config;
    const claim = await this.jobs.claim(jobId, this.workerId);
    if (claim === null) {
      // Final since its worker died: cancelled, or ended just before.
      await removeWorkDirs(dataDir, jobId);
      return;
    }
    const lost = new AbortController();
    const at = { step: 'fetch' as Step, progress: 0, steps: [] as JobStep[] };
    const timer = setInterval(() => {
      this.jobs.report(claim, { ...at }).then(
        (held) => held || lost.abort(),
        (error: Error) =>
          this.logger.warn(`Progress of ${jobId} was not written: ${error.message}`),
      );
    }, REPORT_MS);
    const outputDir = outputFolder(dataDir, jobId, claim.attempt);
    const retries = new RetryEvents(this.jobs, claim, this.logger);
    let workDir: string | null = null;
    let published = false;
    try {
      workDir = await makeWorkDir(dataDir, claim);
      const report = await renderVideo(this.parse(claim), this.engines, {
        signal: AbortSignal.any([signal, lost.signal, this.shutdown.signal]),
        workDir,
        outputDir,
        localSources: false,
        onProgress: (step, fraction) => {
          at.step = step;
          at.progress = overallProgress(step, fraction);
        },
        onStepEnd: (step, seconds) => at.steps.push({ step, seconds }),
        onSourceRetry: retries.tell,
      });
      await retries.told;
      published = await this.jobs.complete(claim, resultOf(report), report.steps, report.warnings);
      this.metrics.render(report);
      this.logger.log({ jobId, attempt: claim.attempt, msg: 'Job completed' });
    } catch (error) {
      await retries.told;
      if (this.shutdown.signal.aborted) await this.jobs.handBack(claim);
      else if (!lost.signal.aborted) await this.fail(claim, error, at.steps);
    } finally {
      clearInterval(timer);
      if (workDir !== null) await rm(workDir, { recursive: true, force: true });
      if (!published) await rm(outputDir, { recursive: true, force: true });
    }
  }

  private parse({ config }: Claim): Project {
    const settings = { subtitleDefaults: this.config.subtitles, localSources: false };
    const parsed = parseConfig(config, this.engines, settings);
    if (parsed.ok) return parsed.project;
    const [issue] = parsed.issues;
    throw new JobFailure('RENDER_FAILED', issue?.message ?? '', issue?.pointer ?? null);
  }

  private async fail(claim: Claim, error: unknown, steps: readonly JobStep[]): Promise<void> {
    const failure = asFailure(error);
    const { jobId, attempt } = claim;
    if (failure === error) {
      const { code, pointer, cause } = failure;
      this.logger.log({ jobId, attempt, code, pointer, err: cause, msg: 'Job failed' });
    } else this.logger.error({ jobId, attempt, err: error, msg: 'Job failed' });
    await this.jobs.fail(claim, failure, steps);
  }
}

function asFailure(error: unknown): JobFailure {
  if (error instanceof JobFailure) return error;
  if (isStorageFull(error)) {
    return new JobFailure('STORAGE_FULL', 'There is no space left on the disk of the service.');
  }
  if (error instanceof FfmpegError && (error.end.timedOut || error.end.stalled)) {
    return new JobFailure('RENDER_TIMEOUT', 'The render took too long. Make the video shorter.');
  }
  return new JobFailure('RENDER_FAILED', 'The video could not be rendered; the log says why.');
}

function resultOf(report: RenderReport): VideoResult {
  const { files, durationSeconds, width, height, frameRate, frames } = report;
  const { subtitles, segments, maxDriftFrames } = report;
  return {
    folder: basename(report.outputDir),
    files,
    durationSeconds,
    width,
    height,
    frameRate,
    frames,
    subtitles,
    segments,
    maxDriftFrames,
    videoCodec: 'h264',
    audioCodec: 'aac',
  };
}
