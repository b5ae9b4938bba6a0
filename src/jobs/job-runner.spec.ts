import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { loadConfig } from '../config/load-config.js';
import { LIMITS, MAX_ATTEMPT_SECONDS } from '../core/budget/limits.js';
import type { JobFailure } from '../core/job/job-failure.js';
import type { FontCatalog } from '../engine/fonts/font-catalog.js';
import { FontFamilies } from '../engine/fonts/font-families.js';
import type { Attempt, JobStore } from '../engine/jobs/job-store.js';
import {
  LONGEST_RENDER_SECONDS,
  type RenderHandlers,
  type RenderQueue,
} from '../engine/jobs/render-queue.js';
import type { RendererService } from '../pipeline/renderer.service.js';
import { JobRunner } from './job-runner.js';

const CONFIG = { width: 16, height: 16, scenes: [{ duration: 1 }] };

describe('JobRunner', () => {
  let dataDir: string;
  let failures: (readonly [Attempt, string, string])[];
  let work: RenderHandlers;

  beforeEach(async () => {
    Logger.overrideLogger(false);
    dataDir = await mkdtemp(join(tmpdir(), 'videocraft-runner-'));
    failures = [];
  });

  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  /** A runner whose renders take until they are aborted, and then call `onAbort`. */
  async function startRunner(limits: object, onAbort = () => {}): Promise<void> {
    const config = loadConfig({ VIDEOCRAFT_DATA_DIR: dataDir });
    const jobs = {
      claim: async (jobId: string) => ({ jobId, attempt: 1, keyId: 'k', config: CONFIG }),
      report: async () => true,
      fail: async ({ jobId, attempt }: Attempt, { code, message }: JobFailure) => {
        failures.push([{ jobId, attempt }, code, message]);
        return true;
      },
    } as unknown as JobStore;
    const queue = {
      work: async (_count: number, handlers: RenderHandlers) => void (work = handlers),
    } as unknown as RenderQueue;
    const renderer = {
      render: (_project: unknown, { signal }: { signal: AbortSignal }) =>
        new Promise((_resolve, reject) => {
          const end = () => {
            onAbort();
            reject(signal.reason as Error);
          };
          if (signal.aborted) end();
          else signal.addEventListener('abort', end, { once: true });
        }),
    } as unknown as RendererService;
    const runner = new JobRunner(
      { ...config, limits: { ...config.limits, ...limits } },
      jobs,
      queue,
      { attempt: () => {}, rendered: () => {} },
      new FontFamilies(['Arimo']) as unknown as FontCatalog,
      renderer,
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
  });

  it('ends every attempt before its message expires', () => {
    expect(LIMITS.jobSeconds.max).toBe(MAX_ATTEMPT_SECONDS);
    expect(LIMITS.jobSeconds.fallback).toBeLessThanOrEqual(MAX_ATTEMPT_SECONDS);
    // The difference is for the time until the attempt has ended its processes.
    expect(MAX_ATTEMPT_SECONDS).toBeLessThanOrEqual(LONGEST_RENDER_SECONDS - 300);
  });
});
