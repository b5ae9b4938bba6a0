import { randomUUID } from 'node:crypto';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import {
  HealthCheckService,
  type HealthIndicatorFunction,
  HealthIndicatorService,
  TypeOrmHealthIndicator,
} from '@nestjs/terminus';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { readVersion } from '../engine/ffmpeg/abilities.js';
import { liveProcessCount } from '../engine/ffmpeg/run-process.js';
import { JobQueries } from '../engine/jobs/job-queries.js';
import { RENDER_ENGINES } from '../pipeline/pipeline.module.js';
import type { RenderEngines } from '../pipeline/render-context.js';
import { within } from './within.js';

/** An indicator that takes longer counts as down. */
const LIMIT_MS = 2_000;
/** Answers are kept this long, so that probes cannot be used to load what they look at. */
const KEPT_MS = 1_000;

type Report = Awaited<ReturnType<HealthCheckService['check']>>;

/** Looks at what the service needs: database, ffmpeg, storage. */
@Injectable()
export class HealthService {
  private last: { readonly at: number; readonly report: Promise<Report> } | null = null;

  constructor(
    private readonly checks: HealthCheckService,
    private readonly indicator: HealthIndicatorService,
    private readonly database: TypeOrmHealthIndicator,
    private readonly queries: JobQueries,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(RENDER_ENGINES) private readonly engines: RenderEngines,
  ) {}

  /** @throws ServiceUnavailableException when one of them cannot be used */
  ready(): Promise<Report> {
    const now = performance.now();
    if (this.last === null || now - this.last.at > KEPT_MS) {
      this.last = { at: now, report: this.checks.check(this.indicators()) };
    }
    return this.last.report;
  }

  /** Everything an operator may want to know of this process and the queue. */
  async details() {
    const { tools } = this.engines.ffmpeg;
    const [disk, counts] = await Promise.all([
      statfs(this.config.dataDir),
      within(LIMIT_MS, () => this.queries.counts()).catch(() => null),
    ]);
    const { rss, heapUsed } = process.memoryUsage();
    const { alignment, recognition } = this.engines.words.describe();
    return {
      uptime_seconds: Math.round(process.uptime()),
      versions: { node: process.versions.node, ffmpeg: tools.version, ffmpeg_source: tools.source },
      encoder: this.engines.encoder.encoder.name,
      memory: { resident_bytes: rss, heap_used_bytes: heapUsed },
      disk: { free_bytes: disk.bavail * disk.bsize, total_bytes: disk.blocks * disk.bsize },
      load_average: loadavg(),
      workers: { in_this_process: this.config.workers, ffmpeg_processes: liveProcessCount() },
      queue: counts && {
        by_status: counts.byStatus,
        oldest_pending_seconds: counts.oldestPendingSeconds,
        processing_without_sign_of_life: counts.stalled,
      },
      timing: {
        alignment_languages: alignment,
        recognition: recognition?.engine ?? null,
        recognition_model: recognition?.model ?? null,
      },
      warnings: [...tools.warnings, ...this.engines.encoder.warnings],
    };
  }

  private indicators(): HealthIndicatorFunction[] {
    return [
      () => this.database.pingCheck('database', { timeout: LIMIT_MS }),
      () => this.check('ffmpeg', () => this.runFfmpeg()),
      () => this.check('storage', () => this.writeToStorage()),
    ];
  }

  private async check(key: string, look: () => Promise<Record<string, string | number>>) {
    const session = this.indicator.check(key);
    try {
      return session.up(await within(LIMIT_MS, look));
    } catch {
      // Why is for the log of whoever runs it; probes are public.
      return session.down();
    }
  }

  private async runFfmpeg() {
    const { ffmpegPath, source } = this.engines.ffmpeg.tools;
    return { version: await readVersion(ffmpegPath), source };
  }

  private async writeToStorage() {
    const { dataDir, storage } = this.config;
    const file = join(dataDir, `.probe-${randomUUID()}`);
    try {
      await writeFile(file, 'x', { flag: 'wx' });
    } finally {
      await rm(file, { force: true });
    }
    const { bavail, bsize } = await statfs(dataDir);
    if (bavail * bsize < storage.minFreeBytes) throw new Error('too little space is left');
    return { free_bytes: bavail * bsize };
  }
}
