import type { Request, Response } from 'express';
import type { AuditEventEntity } from '../engine/audit/audit-event.entity.js';
import type { WatchedState, Watcher } from '../engine/jobs/job-watch.js';
import { toAuditEventDto } from '../audit/audit-event.dto.js';

/** Proxies and load balancers give up on a connection that is silent for 30 to 60 s. */
const HEARTBEAT_MS = 15_000;

/** How long a browser waits before it connects again. */
const RETRY_MS = 2_000;

/** A reader that is this far behind is cut off; it can resume where it was. */
const MAX_BUFFERED_BYTES = 256 * 1024;

/**
 * One client that follows a job by server-sent events (HTML standard, section 9.2). Audit events
 * carry their `id`, so that `Last-Event-ID` resumes after the last one received; `progress` is what
 * is true at the moment and carries none, as there is nothing in it to resume.
 */
export class EventStream implements Watcher {
  readonly jobId: string;
  readonly keyId: string;
  private readonly heartbeat: NodeJS.Timeout;
  private last: number;
  private progress = '';

  constructor(
    private readonly res: Response,
    of: { jobId: string; keyId: string; seen: number },
  ) {
    this.jobId = of.jobId;
    this.keyId = of.keyId;
    this.last = of.seen;
    res.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      // nginx buffers answers unless told not to.
      'X-Accel-Buffering': 'no',
    });
    res.flushHeaders();
    res.write(`retry: ${RETRY_MS}\n\n`);
    this.heartbeat = setInterval(() => this.write(': still here\n\n'), HEARTBEAT_MS);
    res.once('close', () => clearInterval(this.heartbeat));
  }

  get seen(): number {
    return this.last;
  }

  onEvent(event: AuditEventEntity): void {
    this.last = Number(event.id);
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
    if (data === this.progress) return;
    this.progress = data;
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

/** True when a request prefers server-sent events to JSON. */
export function wantsEventStream(req: Request): boolean {
  return req.accepts(['application/json', 'text/event-stream']) === 'text/event-stream';
}
