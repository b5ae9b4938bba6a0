import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { AuditLog } from '../engine/audit/audit-log.js';
import { JobWatch } from '../engine/jobs/job-watch.js';
import { KeyStore } from '../engine/keys/key-store.js';
import { ApiError } from '../http/errors/api-error.js';
import { Shutdown } from '../http/requests/shutdown.js';
import { EventStream, type Subscription } from './event-stream.js';

/** The number of streams that a key can have open in a process. */
export const MAX_STREAMS_PER_KEY = 20;

/** The number of streams that a process can have open. */
const MAX_STREAMS = 1_000;

const RETRY_AFTER_SECONDS = '5';

/** Opens and closes the event streams of this process. */
@Injectable()
export class JobEventsService implements OnModuleDestroy {
  private readonly streams = new Set<EventStream>();
  private readonly watch: JobWatch;

  constructor(
    dataSource: DataSource,
    audit: AuditLog,
    keys: KeyStore,
    private readonly shutdown: Shutdown,
  ) {
    shutdown.signal.addEventListener('abort', () => this.endStreams());
    const logger = new Logger(JobEventsService.name);
    this.watch = new JobWatch(dataSource, audit, keys, (error) =>
      logger.warn(`Event streams are paused: ${error.message}`),
    );
  }

  /**
   * Streams the events of a job until the job is final, the client disconnects, or the service stops.
   *
   * @throws ApiError if too many streams are open, or if the service is stopping
   */
  open(res: Response, subscription: Subscription): void {
    this.requireCapacity(subscription.keyId);
    const stream = new EventStream(res, subscription);
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

  onModuleDestroy(): void {
    this.shutdown.begin();
  }

  /** Before the server closes, because the server waits for its connections to end. */
  private endStreams(): void {
    for (const stream of this.streams) stream.onEnd();
  }

  private requireCapacity(keyId: string): void {
    const headers = { 'Retry-After': RETRY_AFTER_SECONDS };
    if (this.shutdown.signal.aborted || this.streams.size >= MAX_STREAMS) {
      throw new ApiError('SERVICE_UNAVAILABLE', 'The service cannot open another event stream.', {
        headers,
      });
    }
    const own = [...this.streams].filter((stream) => stream.keyId === keyId).length;
    if (own < MAX_STREAMS_PER_KEY) return;
    throw new ApiError(
      'RATE_LIMIT_EXCEEDED',
      `This key already has ${own} open event streams. Close one first.`,
      { headers },
    );
  }
}
