import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { liveProcessCount } from '../ffmpeg/run-process.js';
import { cacheUses, sumCacheUses } from '../figures/cache-use.js';
import { WorkerRegistry } from '../fleet/worker-registry.js';
import { JobQueries } from '../jobs/job-queries.js';
import { WorkerBoard } from '../workers/worker-board.js';
import type { RenderFigures } from '../figures/render-figures.js';

const REQUEST_BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const STEP_BUCKETS = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900, 3600];

const MAX_VERSIONS = 5;

/**
 * The metrics of this process, and those of the whole service, which each scrape reads from the database.
 * Names, units, and help texts follow the conventions of Prometheus. Labels have few values.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  private readonly requests = new Counter({
    name: 'videocraft_http_requests_total',
    help: 'HTTP requests by route template, method and status.',
    labelNames: ['method', 'route', 'status'] as const,
    registers: [this.registry],
  });

  private readonly requestSeconds = new Histogram({
    name: 'videocraft_http_request_duration_seconds',
    help: 'Duration of HTTP requests by route template and method.',
    labelNames: ['method', 'route'] as const,
    buckets: REQUEST_BUCKETS,
    registers: [this.registry],
  });

  private readonly stepSeconds = new Histogram({
    name: 'videocraft_render_step_duration_seconds',
    help: 'Duration of the steps of finished renders of the worker processes.',
    labelNames: ['step'] as const,
    buckets: STEP_BUCKETS,
    registers: [this.registry],
  });

  private readonly segments = new Counter({
    name: 'videocraft_render_segments_total',
    help: 'Segments of finished renders of the worker processes, encoded or cached.',
    labelNames: ['origin'] as const,
    registers: [this.registry],
  });

  constructor(queries: JobQueries, board: WorkerBoard, registry: WorkerRegistry) {
    collectDefaultMetrics({ register: this.registry });
    const { jobs, oldestJob } = queueGauges(queries);
    this.registry.registerMetric(cacheCounter(board));
    this.registry.registerMetric(processGauge(board));
    this.registry.registerMetric(workerGauge(registry));
    // `jobs` before `oldestJob`, because collecting `jobs` sets `oldestJob`.
    this.registry.registerMetric(jobs);
    this.registry.registerMetric(oldestJob);
  }

  /** @param route the template of the route, never the path of a request */
  recordRequest(method: string, route: string, status: number, seconds: number): void {
    this.requests.inc({ method, route, status: String(status) });
    this.requestSeconds.observe({ method, route }, seconds);
  }

  recordRender({ steps, segments }: RenderFigures): void {
    for (const { step, seconds } of steps) this.stepSeconds.observe({ step }, seconds);
    this.segments.inc({ origin: 'cache' }, segments.cached);
    this.segments.inc({ origin: 'encoder' }, segments.total - segments.cached);
  }
}

/** The lookups in the caches of this process and its workers. */
function cacheCounter(board: WorkerBoard): Counter<'cache' | 'result'> {
  return new Counter({
    name: 'videocraft_cache_requests_total',
    help: 'Cache lookups of the worker processes by cache and result.',
    labelNames: ['cache', 'result'] as const,
    registers: [],
    collect() {
      this.reset();
      for (const { cache, hits, misses } of sumCacheUses([...cacheUses(), ...board.cacheUses])) {
        this.inc({ cache, result: 'hit' }, hits);
        this.inc({ cache, result: 'miss' }, misses);
      }
    },
  });
}

function processGauge(board: WorkerBoard): Gauge {
  return new Gauge({
    name: 'videocraft_ffmpeg_processes',
    help: 'Running ffmpeg and ffprobe processes of this process and its workers.',
    registers: [],
    collect() {
      this.set(liveProcessCount() + board.ffmpegProcesses);
    },
  });
}

/**
 * The workers of all machines. Versions are few: those of a running upgrade. Should there be many, the rest counts
 * as one.
 */
function workerGauge(registry: WorkerRegistry): Gauge<'state' | 'version'> {
  return new Gauge({
    name: 'videocraft_workers',
    help: 'Workers of all machines by state and version; gone are those that were lost within a day.',
    labelNames: ['state', 'version'] as const,
    registers: [],
    async collect() {
      this.reset();
      const counts = await registry.counts();
      const versions = [...new Set(counts.map(({ version }) => version))].sort();
      const shown = new Set(versions.slice(-MAX_VERSIONS));
      for (const { state, version, count } of counts) {
        this.inc({ state, version: shown.has(version) ? version : 'other' }, count);
      }
    },
  });
}

/** The state of the queue. Collecting `jobs` sets `oldestJob` as well, so that one query serves both. */
function queueGauges(queries: JobQueries): { jobs: Gauge<'status'>; oldestJob: Gauge } {
  const oldestJob = new Gauge({
    name: 'videocraft_queue_oldest_job_age_seconds',
    help: 'Age of the oldest pending job; 0 when no job is pending.',
    registers: [],
  });
  const jobs = new Gauge({
    name: 'videocraft_jobs',
    help: 'Jobs of the whole service by status.',
    labelNames: ['status'] as const,
    registers: [],
    async collect() {
      const { byStatus, oldestPendingSeconds } = await queries.counts();
      for (const [status, count] of Object.entries(byStatus)) this.set({ status }, count);
      oldestJob.set(oldestPendingSeconds);
    },
  });
  return { jobs, oldestJob };
}
