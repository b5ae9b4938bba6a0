import { page } from './page.js';
import type { Transport } from './transport.js';
import type { AuditEvent, AuditList, CursorOptions } from './types.js';

export interface AuditOptions extends CursorOptions {
  readonly job?: string | undefined;
  /** The ID of the key that caused the events. */
  readonly key?: string | undefined;
  readonly type?: AuditEvent['type'] | undefined;
  readonly request?: string | undefined;
}

/** Who changed what, and when. */
export class Audit {
  constructor(private readonly transport: Transport) {}

  /** A page of events, newest first. */
  list({ job, key, request, ...options }: AuditOptions = {}): Promise<AuditList> {
    const { query, ...rest } = page(options);
    const ids = { job_id: job, key_id: key, request_id: request };
    const path = '/audit/events';
    return this.transport.json<AuditList>({ path, query: { ...query, ...ids }, ...rest });
  }
}
