import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { AuditLog } from '../engine/audit/audit-log.js';
import { JobWatch } from '../engine/jobs/job-watch.js';
import { KeyStore } from '../engine/keys/key-store.js';
import { ApiError } from '../http/errors/api-error.js';
import { EventStream } from './event-stream.js';

/** Streams one key may hold open at once in a process. */
export const MAX_STREAMS_PER_KEY = 20;

/** Streams a process holds open at once. */
const MAX_STREAMS = 1_000;

const TRY_AGAIN_SECONDS = '5';

/** Keeps the open event streams of this process. */
@Injectable()
export class JobEventStreams implements OnModuleDestroy {
  private readonly streams = new Set<EventStream>();
  private readonly watch: JobWatch;
  private stopping = false;

  constructor(dataSource: DataSource, audit: AuditLog, keys: KeyStore) {
    const logger = new Logger(JobEventStreams.name);
    this.watch = new JobWatch(dataSource, audit, keys, (error) =>
      logger.warn(`Event streams wait: ${error.message}`),
    );
  }

  /**
   * Streams a job's events until it is final, the client leaves or the service stops.
   *
   * @param seen id of the last audit event the client has; 0 = none
   * @throws ApiError when there are too many streams, or the service stops
   */
  open(res: Response, of: { jobId: string; keyId: string; seen: number }): void {
    this.requireRoom(of.keyId);
    const stream = new EventStream(res, of);
    this.streams.add(stream);
    const stop = this.watch.add(stream);
    res.once('close', () => {
      stop();
      this.streams.delete(stream);
    });
  }

  get openStreams(): number {
    return this.streams.size;
  }

  /** Before the server closes: it waits for its connections, and these would not end by themselves. */
  onModuleDestroy(): void {
    this.stopping = true;
    for (const stream of this.streams) stream.onEnd();
  }

  private requireRoom(keyId: string): void {
    const headers = { 'Retry-After': TRY_AGAIN_SECONDS };
    if (this.stopping || this.streams.size >= MAX_STREAMS) {
      throw new ApiError('SERVICE_UNAVAILABLE', 'No more event streams are taken.', { headers });
    }
    const own = [...this.streams].filter((stream) => stream.keyId === keyId).length;
    if (own < MAX_STREAMS_PER_KEY) return;
    throw new ApiError(
      'RATE_LIMIT_EXCEEDED',
      `This key holds ${own} event streams open already. Close one first.`,
      { headers },
    );
  }
}
