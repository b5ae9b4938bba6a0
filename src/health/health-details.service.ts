import { statfs } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import { packageVersion } from '../config/package-version.js';
import type { Config } from '../config/types.js';
import { type ListedWorker, WorkerRegistry } from '../engine/fleet/worker-registry.js';
import { FfmpegService } from '../engine/ffmpeg/ffmpeg.service.js';
import { liveProcessCount } from '../engine/ffmpeg/run-process.js';
import { type BrowserState, HtmlService } from '../engine/html/html.service.js';
import { JobQueries } from '../engine/jobs/job-queries.js';
import { MovingSegmentEncoder } from '../engine/render/encoders/moving-segment-encoder.js';
import { SpeechService } from '../engine/speech/speech.service.js';
import { SubtitleTimingService } from '../engine/subtitle-timing/subtitle-timing.service.js';
import { WorkerBoard, type WorkerState } from '../engine/workers/worker-board.js';
import { CHECK_LIMIT_MS, HealthService } from './health.service.js';
import { within } from '../engine/concurrency/within.js';

const VERSION = packageVersion();
const STARTING: BrowserState = {
  version: null,
  confinement: null,
  problem: 'The browser is still starting.',
};

/** Reports the state of this process and of the queue to operators. */
@Injectable()
export class HealthDetailsService {
  constructor(
    private readonly health: HealthService,
    private readonly queries: JobQueries,
    @Inject(CONFIG) private readonly config: Config,
    private readonly ffmpeg: FfmpegService,
    private readonly moving: MovingSegmentEncoder,
    private readonly timing: SubtitleTimingService,
    private readonly board: WorkerBoard,
    private readonly registry: WorkerRegistry,
    private readonly speech: SpeechService,
    private readonly html: HtmlService,
  ) {}

  async details() {
    const { tools } = this.ffmpeg;
    const [checks, disk, counts, fleet, browser] = await Promise.all([
      this.health.results(),
      statfs(this.config.dataDir).catch(() => null),
      within(CHECK_LIMIT_MS, () => this.queries.counts()).catch(() => null),
      within(CHECK_LIMIT_MS, () => this.registry.list()).catch(() => null),
      within(CHECK_LIMIT_MS, () => this.html.describe()).catch(() => STARTING),
    ]);
    const { rss, heapUsed } = process.memoryUsage();
    const { alignment, recognition } = this.timing.describe();
    return {
      checks,
      uptime_seconds: Math.round(process.uptime()),
      versions: {
        videocraft: VERSION,
        node: process.versions.node,
        ffmpeg: tools.version,
        ffmpeg_source: tools.source,
      },
      ffmpeg_confinement: tools.abilities.level,
      encoder: this.moving.encoder.name,
      memory: { resident_bytes: rss, heap_used_bytes: heapUsed },
      disk: disk && {
        free_bytes: disk.bavail * disk.bsize,
        total_bytes: disk.blocks * disk.bsize,
      },
      load_average: loadavg(),
      workers: {
        configured: this.config.workers,
        ffmpeg_processes: liveProcessCount() + this.board.ffmpegProcesses,
        processes: this.board.workers.map(describeWorker),
      },
      fleet: fleet && fleet.map(describeListed),
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
      voices: this.speech.engines.map(({ name, kind, model, problem }) => {
        return { name, kind, model, problem };
      }),
      browser,
      warnings: [...tools.warnings, ...this.moving.warnings],
    };
  }
}

/** A worker of any machine. */
function describeListed(worker: ListedWorker) {
  const { id, host, pid, version, state, goneAt, jobId, attempt, abilities } = worker;
  const { ffmpeg, encoder, recognition, voices = [], fonts, cores, memoryBytes } = abilities;
  return {
    id,
    host,
    pid,
    version,
    state: goneAt === null ? state : 'gone',
    job: jobId === null ? null : { id: jobId, attempt },
    started_at: worker.startedAt.toISOString(),
    seen_seconds_ago: Math.round(worker.seenSecondsAgo),
    gone_at: goneAt && goneAt.toISOString(),
    free_bytes: worker.freeBytes,
    ffmpeg,
    encoder,
    recognition,
    voices,
    fonts,
    cores,
    memory_bytes: memoryBytes,
    can: worker.can.filter((need) => !MANY.test(need)),
  };
}

/** What every installation has dozens of. */
const MANY = /^(font|transition):/;

function describeWorker({
  pid,
  state,
  attempt,
  problem,
  restarts,
  heapLimitMegabytes,
  figures,
}: WorkerState) {
  return {
    pid,
    state,
    job: attempt && { id: attempt.jobId, attempt: attempt.attempt },
    problem,
    restarts,
    heap_limit_megabytes: heapLimitMegabytes,
    memory: figures && {
      resident_bytes: figures.residentBytes,
      heap_used_bytes: figures.heapUsedBytes,
    },
  };
}
