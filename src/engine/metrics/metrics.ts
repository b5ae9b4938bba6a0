import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { liveProcessCount } from '../ffmpeg/run-process.js';
import { cacheUses } from './cache-use.js';
import { JobQueries } from '../jobs/job-queries.js';

const REQUEST_BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const STEP_BUCKETS = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900, 3600];

/** What a finished render tells. */
export interface RenderFigures {
  readonly steps: readonly { readonly step: string; readonly seconds: number }[];
  readonly segments: { readonly total: number; readonly cached: number };
}

/**
 * The figures of this process, and those of the whole service that are read from the database when
 * they are asked for. Names, units and help follow Prometheus' conventions; labels have few values.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  private readonly requests = new Counter({
    name: 'videocraft_http_requests_total',
    help: 'Requests answered, by route template, method and status.',
    labelNames: ['method', 'route', 'status'] as const,
    registers: [this.registry],
  });

  private readonly requestSeconds = new Histogram({
    name: 'videocraft_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer, by route template and method.',
    labelNames: ['method', 'route'] as const,
    buckets: REQUEST_BUCKETS,
    registers: [this.registry],
  });

  private readonly stepSeconds = new Histogram({
    name: 'videocraft_render_step_duration_seconds',
    help: 'Time that steps of finished renders of this process took.',
    labelNames: ['step'] as const,
    buckets: STEP_BUCKETS,
    registers: [this.registry],
  });

  private readonly segments = new Counter({
    name: 'videocraft_render_segments_total',
    help: 'Segments of finished renders of this process: encoded, or found in the cache.',
    labelNames: ['origin'] as const,
    registers: [this.registry],
  });

  constructor(queries: JobQueries) {
    collectDefaultMetrics({ register: this.registry });
    const processes = new Gauge({
      name: 'videocraft_ffmpeg_processes',
      help: 'Processes of ffmpeg and ffprobe that this process runs now.',
      registers: [],
      collect() {
        this.set(liveProcessCount());
      },
    });
    const caches = new Counter({
      name: 'videocraft_cache_requests_total',
      help: 'What renders of this process looked for in its caches, by cache and whether it was there.',
      labelNames: ['cache', 'result'] as const,
      registers: [],
      collect() {
        this.reset();
        for (const { cache, hits, misses } of cacheUses()) {
          this.inc({ cache, result: 'hit' }, hits);
          this.inc({ cache, result: 'miss' }, misses);
        }
      },
    });
    const oldest = new Gauge({
      name: 'videocraft_queue_oldest_job_age_seconds',
      help: 'Age of the job that has waited longest for a worker; 0 when none waits.',
      registers: [],
    });
    const jobs = new Gauge({
      name: 'videocraft_jobs',
      help: 'Jobs of the whole service by status; those that wait in the queue are pending.',
      labelNames: ['status'] as const,
      registers: [],
      async collect() {
        const { byStatus, oldestPendingSeconds } = await queries.counts();
        for (const [status, count] of Object.entries(byStatus)) this.set({ status }, count);
        oldest.set(oldestPendingSeconds);
      },
    });
    this.registry.registerMetric(caches);
    // Jobs before the age of the oldest, which they set when they are collected.
    for (const gauge of [processes, jobs, oldest]) this.registry.registerMetric(gauge);
  }

  /** @param route template of the route, never an address that a client made up */
  request(method: string, route: string, status: number, seconds: number): void {
    this.requests.inc({ method, route, status: String(status) });
    this.requestSeconds.observe({ method, route }, seconds);
  }

  render({ steps, segments }: RenderFigures): void {
    for (const { step, seconds } of steps) this.stepSeconds.observe({ step }, seconds);
    this.segments.inc({ origin: 'cache' }, segments.cached);
    this.segments.inc({ origin: 'encoder' }, segments.total - segments.cached);
  }
}
