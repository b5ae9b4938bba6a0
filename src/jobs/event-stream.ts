import type { Request, Response } from 'express';
import type { AuditEventEntity } from '../engine/audit/audit-event.entity.js';
import type { WatchedState, Watcher } from '../engine/jobs/job-watch.js';
import { toAuditEventDto } from '../http/responses/audit-event.dto.js';

/** Proxies and load balancers close a connection without traffic after 30 to 60 s. */
const HEARTBEAT_MS = 15_000;

/** How long a browser waits before it reconnects. */
const RETRY_MS = 2_000;

/** A client that is further behind is disconnected. It can resume with `Last-Event-ID`. */
const MAX_BUFFERED_BYTES = 256 * 1024;

/** A client that follows a job. */
export interface Subscription {
  readonly jobId: string;
  readonly keyId: string;
  /** ID of the last audit event that the client has; 0 if it has none. */
  readonly seen: number;
}

/**
 * Sends the events of a job to one client as server-sent events (HTML standard, section 9.2). Audit
 * events have an `id`, so that `Last-Event-ID` resumes after the last one received. `progress` events
 * have none, because they describe only the current state.
 */
export class EventStream implements Watcher {
  readonly jobId: string;
  readonly keyId: string;
  private readonly heartbeat: NodeJS.Timeout;
  private lastEventId: number;
  private lastProgress = '';

  constructor(
    private readonly res: Response,
    subscription: Subscription,
  ) {
    this.jobId = subscription.jobId;
    this.keyId = subscription.keyId;
    this.lastEventId = subscription.seen;
    res.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      // By default, nginx buffers responses.
      'X-Accel-Buffering': 'no',
    });
    res.flushHeaders();
    res.write(`retry: ${RETRY_MS}\n\n`);
    this.heartbeat = setInterval(() => this.write(': keep-alive\n\n'), HEARTBEAT_MS);
    res.once('close', () => clearInterval(this.heartbeat));
  }

  get seen(): number {
    return this.lastEventId;
  }

  onEvent(event: AuditEventEntity): void {
    this.lastEventId = Number(event.id);
    const data = JSON.stringify(toAuditEventDto(event));
    this.write(`id: ${event.id}\nevent: ${event.type}\ndata: ${data}\n\n`);
  }

  onState({ id, status, progress, currentStep, attempt }: WatchedState): void {
    const data = JSON.stringify({
      job_id: id,
      status,
      progress,
      current_step: currentStep,
      attempt,
    });
    if (data === this.lastProgress) return;
    this.lastProgress = data;
    this.write(`event: progress\ndata: ${data}\n\n`);
  }

  onEnd(): void {
    this.res.end();
  }

  private write(text: string): void {
    if (this.res.writableEnded || this.res.destroyed) return;
    this.res.write(text);
    if (this.res.writableLength > MAX_BUFFERED_BYTES) this.res.destroy();
  }
}

/** True if a request prefers server-sent events to JSON. */
export function wantsEventStream(req: Request): boolean {
  return req.accepts(['application/json', 'text/event-stream']) === 'text/event-stream';
}
