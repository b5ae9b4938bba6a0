import { statfs } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { DataSource } from 'typeorm';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { describeFolderProblem, probeFolder } from '../engine/files/data-folder.js';
import { readVersion } from '../engine/ffmpeg/abilities.js';
import { FfmpegService } from '../engine/ffmpeg/ffmpeg.service.js';
import { CacheSpace } from '../engine/files/cache-space.js';
import { OBJECT_STORE, type ObjectStore } from '../engine/storage/object-store.js';
import { ApiError } from '../http/errors/api-error.js';
import { Shutdown } from '../http/requests/shutdown.js';
import {
  type CheckName,
  type CheckOutcome,
  CHECKS,
  failureReasons,
  FAILURES,
  failureSentences,
  reasonOf,
} from './checks.js';
import { within } from '../engine/concurrency/within.js';

/** A check that takes longer has failed. */
export const CHECK_LIMIT_MS = 2_000;
/** Results are cached, so that requests cannot overload what is checked. */
const CACHE_MS = 1_000;
/** How long clients are asked to wait when a check has failed. */
const RETRY_AFTER_SECONDS = '5';

type Report = Awaited<ReturnType<HealthCheckService['check']>>;

/** One run of all checks. */
interface CheckRun {
  readonly at: number;
  readonly report: Promise<Report | null>;
  /** By name, filled in as the checks end. */
  readonly outcomes: Map<CheckName, CheckOutcome>;
}

/** Checks what the service needs: database, ffmpeg, storage. */
@Injectable()
export class HealthService {
  private last: CheckRun | null = null;

  constructor(
    private readonly checks: HealthCheckService,
    private readonly indicator: HealthIndicatorService,
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly ffmpeg: FfmpegService,
    private readonly shutdown: Shutdown,
    private readonly space: CacheSpace,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /** @throws ApiError SERVICE_UNAVAILABLE that names the failed checks; its cause has the reasons */
  async ready(): Promise<Report> {
    if (this.shutdown.signal.aborted) throw unavailable('The service is stopping.');
    const { report, outcomes } = this.runChecks();
    const found = await report;
    if (found !== null) return found;
    const failed = inCheckOrder(outcomes).filter(({ reason }) => reason !== null);
    throw unavailable(failureSentences(failed), new Error(failureReasons(failed)));
  }

  /** The result of each check by its name, with the reason of a failure. */
  async results(): Promise<Record<string, object>> {
    const { report, outcomes } = this.runChecks();
    await report;
    return Object.fromEntries(inCheckOrder(outcomes).map(toCheck));
  }

  private runChecks(): CheckRun {
    const now = performance.now();
    if (this.last !== null && now - this.last.at <= CACHE_MS) return this.last;
    const outcomes = new Map<CheckName, CheckOutcome>();
    const indicators = CHECKS.map((name) => () => this.check(name, outcomes));
    // `outcomes` has the failures.
    const report = this.checks.check(indicators).catch(() => null);
    this.last = { at: now, report, outcomes };
    return this.last;
  }

  private async check(name: CheckName, outcomes: Map<CheckName, CheckOutcome>) {
    const session = this.indicator.check(name);
    try {
      const found = await within(CHECK_LIMIT_MS, () => this.runCheck(name));
      outcomes.set(name, { name, found, reason: null });
      // Without details, as anybody may ask. `results` has them.
      return session.up();
    } catch (error) {
      outcomes.set(name, { name, found: {}, reason: reasonOf(error) });
      return session.down();
    }
  }

  private runCheck(name: CheckName): Promise<Record<string, string | number>> {
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
    await probeFolder(dataDir).catch(async (error: unknown) => {
      throw new Error(await describeFolderProblem(dataDir, error), { cause: error });
    });
    await this.store.check();
    await this.space.makeRoom();
    const { bavail, bsize } = await statfs(dataDir);
    const free = bavail * bsize;
    if (free < storage.minFreeBytes) {
      throw new Error(`Only ${free} bytes are free, but ${storage.minFreeBytes} are required`);
    }
    return { free_bytes: free };
  }
}

function unavailable(details: string, cause?: Error): ApiError {
  const headers = { 'Retry-After': RETRY_AFTER_SECONDS };
  return new ApiError('SERVICE_UNAVAILABLE', details, { headers, cause });
}

function inCheckOrder(outcomes: ReadonlyMap<CheckName, CheckOutcome>): CheckOutcome[] {
  return CHECKS.flatMap((name) => outcomes.get(name) ?? []);
}

/** A check, as operators see it. */
function toCheck({ name, found, reason }: CheckOutcome) {
  const failure = { status: 'down', problem: FAILURES[name], reason };
  return [name, reason === null ? { status: 'up', ...found } : failure] as const;
}
