import { randomUUID } from 'node:crypto';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { DataSource } from 'typeorm';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { readVersion } from '../engine/ffmpeg/abilities.js';
import { FfmpegService } from '../engine/ffmpeg/ffmpeg.service.js';
import { liveProcessCount } from '../engine/ffmpeg/run-process.js';
import { JobQueries } from '../engine/jobs/job-queries.js';
import { MovingEncoder } from '../engine/render/moving-encoder.js';
import { SubtitleTimingService } from '../engine/subtitle-timing/subtitle-timing.service.js';
import { ApiError } from '../http/errors/api-error.js';
import {
  type CheckName,
  type CheckOutcome,
  CHECKS,
  failureReasons,
  FAILURES,
  failureSentences,
  reasonOf,
} from './checks.js';
import { within } from './within.js';

/** An indicator that takes longer counts as down. */
const LIMIT_MS = 2_000;
/** Answers are kept this long, so that probes cannot be used to load what they look at. */
const KEPT_MS = 1_000;
/** What callers are told to wait when something cannot be used. */
const RETRY_AFTER_SECONDS = '5';

type Report = Awaited<ReturnType<HealthCheckService['check']>>;

/** What was found last, and when. */
interface Look {
  readonly at: number;
  readonly report: Promise<Report | null>;
  /** By name, filled in as the checks end. */
  readonly outcomes: Map<CheckName, CheckOutcome>;
}

/** Looks at what the service needs: database, ffmpeg, storage. */
@Injectable()
export class HealthService {
  private last: Look | null = null;

  constructor(
    private readonly checks: HealthCheckService,
    private readonly indicator: HealthIndicatorService,
    private readonly dataSource: DataSource,
    private readonly queries: JobQueries,
    @Inject(CONFIG) private readonly config: Config,
    private readonly ffmpeg: FfmpegService,
    private readonly moving: MovingEncoder,
    private readonly timing: SubtitleTimingService,
  ) {}

  /** @throws ApiError SERVICE_UNAVAILABLE that names what cannot be used; its cause says why */
  async ready(): Promise<Report> {
    const { report, outcomes } = this.look();
    const found = await report;
    if (found !== null) return found;
    const failed = inOrder(outcomes).filter(({ reason }) => reason !== null);
    throw new ApiError('SERVICE_UNAVAILABLE', failureSentences(failed), {
      headers: { 'Retry-After': RETRY_AFTER_SECONDS },
      cause: new Error(failureReasons(failed)),
    });
  }

  /** Everything an operator may want to know of this process and the queue. */
  async details() {
    const { tools } = this.ffmpeg;
    const { report, outcomes } = this.look();
    const [, disk, counts] = await Promise.all([
      report,
      statfs(this.config.dataDir).catch(() => null),
      within(LIMIT_MS, () => this.queries.counts()).catch(() => null),
    ]);
    const { rss, heapUsed } = process.memoryUsage();
    const { alignment, recognition } = this.timing.describe();
    return {
      checks: Object.fromEntries(inOrder(outcomes).map(toCheck)),
      uptime_seconds: Math.round(process.uptime()),
      versions: { node: process.versions.node, ffmpeg: tools.version, ffmpeg_source: tools.source },
      encoder: this.moving.encoder.name,
      memory: { resident_bytes: rss, heap_used_bytes: heapUsed },
      disk: disk && {
        free_bytes: disk.bavail * disk.bsize,
        total_bytes: disk.blocks * disk.bsize,
      },
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
      warnings: [...tools.warnings, ...this.moving.warnings],
    };
  }

  private look(): Look {
    const now = performance.now();
    if (this.last !== null && now - this.last.at <= KEPT_MS) return this.last;
    const outcomes = new Map<CheckName, CheckOutcome>();
    const indicators = CHECKS.map((name) => () => this.check(name, outcomes));
    // That it failed is known by the outcomes.
    const report = this.checks.check(indicators).catch(() => null);
    this.last = { at: now, report, outcomes };
    return this.last;
  }

  private async check(name: CheckName, outcomes: Map<CheckName, CheckOutcome>) {
    const session = this.indicator.check(name);
    try {
      const found = await within(LIMIT_MS, () => this.lookAt(name));
      outcomes.set(name, { name, found, reason: null });
      return session.up(found);
    } catch (error) {
      outcomes.set(name, { name, found: {}, reason: reasonOf(error) });
      return session.down();
    }
  }

  private lookAt(name: CheckName): Promise<Record<string, string | number>> {
    if (name === 'database') return this.askDatabase();
    return name === 'ffmpeg' ? this.runFfmpeg() : this.writeToStorage();
  }

  private async askDatabase() {
    await this.dataSource.query('SELECT 1');
    return {};
  }

  private async runFfmpeg() {
    const { ffmpegPath, source } = this.ffmpeg.tools;
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
    const free = bavail * bsize;
    if (free < storage.minFreeBytes) {
      throw new Error(`${free} bytes are free, fewer than the ${storage.minFreeBytes} to be kept`);
    }
    return { free_bytes: free };
  }
}

function inOrder(outcomes: ReadonlyMap<CheckName, CheckOutcome>): CheckOutcome[] {
  return CHECKS.flatMap((name) => outcomes.get(name) ?? []);
}

/** A check as operators see it. */
function toCheck({ name, found, reason }: CheckOutcome) {
  const failure = { status: 'down', problem: FAILURES[name], reason };
  return [name, reason === null ? { status: 'up', ...found } : failure] as const;
}
