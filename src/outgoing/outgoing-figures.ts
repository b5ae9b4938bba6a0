import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram } from 'prom-client';
import { Metrics } from '../engine/metrics/metrics.js';
import { OutgoingQueries } from '../engine/outgoing/outgoing-queries.js';
import type { OutgoingKind } from '../engine/outgoing/outgoing-queue.js';

const BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

/** Counts what this process sends. */
@Injectable()
export class OutgoingFigures {
  private readonly attempts: Counter<'kind' | 'result'>;
  private readonly seconds: Histogram<'kind'>;

  constructor({ registry }: Metrics, queries: OutgoingQueries) {
    registry.registerMetric(pendingGauge(queries));
    this.attempts = new Counter({
      name: 'videocraft_outgoing_attempts_total',
      help: 'Attempts to send webhooks and to deliver videos, by kind and result.',
      labelNames: ['kind', 'result'] as const,
      registers: [registry],
    });
    this.seconds = new Histogram({
      name: 'videocraft_outgoing_attempt_duration_seconds',
      help: 'Duration of attempts to send webhooks and to deliver videos.',
      labelNames: ['kind'] as const,
      buckets: BUCKETS,
      registers: [registry],
    });
  }

  countAttempt(kind: OutgoingKind, succeeded: boolean, seconds: number): void {
    this.attempts.inc({ kind, result: succeeded ? 'delivered' : 'failed' });
    this.seconds.observe({ kind }, seconds);
  }
}

/** From the database, so every process reports the same values. */
function pendingGauge(queries: OutgoingQueries): Gauge<'kind'> {
  return new Gauge({
    name: 'videocraft_outgoing_pending',
    help: 'Webhooks and deliveries of the whole service that have not ended, by kind.',
    labelNames: ['kind'] as const,
    registers: [],
    async collect() {
      for (const { kind, count } of await queries.pending()) this.set({ kind }, count);
    },
  });
}
