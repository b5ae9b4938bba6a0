import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { loadConfig } from '../config/load-config.js';
import { LIMITS, MAX_ATTEMPT_SECONDS } from '../core/budget/limits.js';
import { JobFailure } from '../core/job/job-failure.js';
import type { JobAssets } from '../engine/assets/job-assets.js';
import type { FontCatalog } from '../engine/fonts/font-catalog.js';
import { FontFamilies } from '../engine/fonts/font-families.js';
import type { AttemptQueries } from '../engine/jobs/attempt-queries.js';
import { CertainJobs } from '../engine/jobs/certain-jobs.js';
import type { Attempt, Release } from '../engine/jobs/attempt.js';
import type { AttemptStore } from '../engine/jobs/attempt-store.js';
import type { VoiceUsage } from '../engine/jobs/voice-usage.js';
import {
  LONGEST_RENDER_SECONDS,
  type RenderHandlers,
  type RenderQueue,
} from '../engine/jobs/render-queue.js';
import type { WorkerLock } from '../engine/workers/worker-lock.js';
import type { RendererService } from '../pipeline/renderer.service.js';
import { CacheSpace } from '../engine/files/cache-space.js';
import { FolderStore } from '../engine/storage/folder-store.js';
import type { SharedCaches } from '../engine/storage/shared-caches.js';
import { VideoFiles } from '../engine/storage/video-files.js';
import { AttemptFolders } from './attempt-folders.js';
import { AttemptRunner } from './attempt-runner.js';
import type { ChunkRunner } from './chunk-runner.js';
import type { FittingWorker } from './fitting-worker.js';
import { JobRenderer } from './job-renderer.js';
import { JobRunner } from './job-runner.js';
import type { JobSpread } from './job-spread.js';
import { isMachineFault } from './machine-fault.js';
import type { MachineGate } from './machine-gate.js';

const CONFIG = { width: 16, height: 16, scenes: [{ duration: 1 }] };

describe('JobRunner', () => {
  let dataDir: string;
  let failures: (readonly [Attempt, string, string])[];
  let work: RenderHandlers;
  let released: string[];
  let isWell: boolean;
  let failedAttempts: number;

  beforeEach(async () => {
    Logger.overrideLogger(false);
    dataDir = await mkdtemp(join(tmpdir(), 'videocraft-runner-'));
    failures = [];
    released = [];
    isWell = true;
    failedAttempts = 0;
  });

  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  /** A runner whose renders take until they are aborted, and then call `onAbort`. */
  async function startRunner(
    limits: object,
    onAbort = () => {},
    error: Error | null = null,
  ): Promise<void> {
    const config = loadConfig({ VIDEOCRAFT_DATA_DIR: dataDir });
    const jobs = {
      claim: async (jobId: string) => ({
        ...{ jobId, attempt: 1, keyId: 'k', config: CONFIG },
        failedAttempts,
      }),
      report: async () => true,
      fail: async ({ jobId, attempt }: Attempt, { code, message }: JobFailure) => {
        failures.push([{ jobId, attempt }, code, message]);
        return true;
      },
      release: async (_attempt: Attempt, _message: unknown, { reason }: Release) => {
        released.push(reason);
        return true;
      },
    } as unknown as AttemptStore;
    const attempts = {} as AttemptQueries;
    const queue = {
      work: async (_count: number, handlers: RenderHandlers) => void (work = handlers),
      messages: { refuse: async () => void released.push('refused') },
    } as unknown as RenderQueue;
    const gate = {
      start: () => {},
      isOpen: async () => isWell,
      isAtFault: (thrown: unknown) => isMachineFault(thrown, dataDir),
      distrust: async () => {},
    } as unknown as MachineGate;
    const renderer = {
      render: (_project: unknown, { signal }: { signal: AbortSignal }) =>
        new Promise((_resolve, reject) => {
          if (error !== null) reject(error);
          const end = () => {
            onAbort();
            reject(signal.reason as Error);
          };
          if (signal.aborted) end();
          else signal.addEventListener('abort', end, { once: true });
        }),
    } as unknown as RendererService;
    const settings = { ...config, limits: { ...config.limits, ...limits } };
    const store = new FolderStore(dataDir);
    const videos = new VideoFiles(store);
    const space = new CacheSpace(dataDir, 0);
    const fitting = { refuses: async () => false } as unknown as FittingWorker;
    const certain = new CertainJobs(jobs, attempts);
    const folders = new AttemptFolders(settings, space, videos, store, attempts);
    const fonts = new FontFamilies(['Arimo']) as unknown as FontCatalog;
    const runner = new JobRunner(
      settings,
      jobs,
      certain,
      queue,
      { id: 'w', isLocked: false } as WorkerLock,
      gate,
      fitting,
      folders,
      new AttemptRunner(
        jobs,
        certain,
        gate,
        { attempt: () => {}, rendered: () => {}, problem: () => {}, stuck: () => {} },
        folders,
        { settle: async () => 0 } as unknown as SharedCaches,
        { end: async () => {}, helpersOf: () => {} } as unknown as JobSpread,
        fitting,
        new JobRenderer(settings, fonts, fitting, renderer),
        {} as JobAssets,
        { allowanceOf: () => null } as unknown as VoiceUsage,
      ),
      {} as ChunkRunner,
    );
    await runner.onApplicationBootstrap();
  }

  const message = { id: 'm', retryCount: 0 };

  it('fails an attempt that takes too long', async () => {
    await startRunner({ jobSeconds: 0.05 });
    const jobId = randomUUID();
    await work.run(jobId, message, new AbortController().signal);
    expect(failures).toEqual([
      [
        { jobId, attempt: 1 },
        'RENDER_TIMEOUT',
        'Expected at most 0.05 seconds of rendering. The operator sets the limit with VIDEOCRAFT_LIMITS_JOB_SECONDS.',
      ],
    ]);
  });

  it('fails it even if its message has expired meanwhile', async () => {
    const expiry = new AbortController();
    await startRunner({ jobSeconds: 0.05 }, () => expiry.abort());
    await work.run(randomUUID(), message, expiry.signal);
    expect(failures.map(([, code]) => code)).toEqual(['RENDER_TIMEOUT']);
  });

  it('leaves a job that it lost to another attempt', async () => {
    await startRunner({});
    await work.run(randomUUID(), message, AbortSignal.abort());
    expect(failures).toEqual([]);
    expect(released).toEqual(['message_lost']);
  });

  it('hands a job back if the machine failed, and fails it after three attempts', async () => {
    const readOnly = Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' });
    const full = new JobFailure('STORAGE_FULL', 'The disk of the service is full.');
    for (const error of [readOnly, full]) {
      await startRunner({}, () => {}, error);
      await work.run(randomUUID(), message, new AbortController().signal);
    }
    expect(released).toEqual(['machine_failed', 'machine_failed']);
    failedAttempts = 2;
    await work.run(randomUUID(), message, new AbortController().signal);
    expect(released).toHaveLength(2);
    expect(failures.map(([, code]) => code)).toEqual(['STORAGE_FULL']);
  });

  it('claims no job while the machine cannot render', async () => {
    isWell = false;
    await startRunner({});
    await work.run(randomUUID(), message, new AbortController().signal);
    expect(released).toEqual(['refused']);
  });

  it('ends every attempt before its message expires', () => {
    expect(LIMITS.jobSeconds.max).toBe(MAX_ATTEMPT_SECONDS);
    expect(LIMITS.jobSeconds.fallback).toBeLessThanOrEqual(MAX_ATTEMPT_SECONDS);
    // The difference is for the time until the attempt has ended its processes.
    expect(MAX_ATTEMPT_SECONDS).toBeLessThanOrEqual(LONGEST_RENDER_SECONDS - 300);
  });
});
