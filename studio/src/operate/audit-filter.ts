import type { AuditEvent } from '../api/index.js';
import { texts } from '../texts/index.js';

export type EventType = AuditEvent['type'];

/** Which events are shown. It is in the address. */
export interface AuditFilter {
  /** The ID of a job, a key, or a request. */
  readonly search: string | undefined;
  readonly type: EventType | undefined;
  /** Days. */
  readonly after: string | undefined;
  readonly before: string | undefined;
}

export const EVENT_TYPES = Object.keys(texts.operate.audit.types) as EventType[];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const REQUEST = /^req_/i;

/** Reads a filter from an address. */
export function readAuditFilter(query: URLSearchParams): AuditFilter {
  const text = (name: string) => {
    const value = query.get(name)?.trim();
    return value === '' || value === undefined ? undefined : value;
  };
  return {
    search: text('search'),
    type: EVENT_TYPES.find((type) => type === query.get('type')),
    after: text('after'),
    before: text('before'),
  };
}

/** What an ID is of, by how it looks. */
export function idOf(search: string | undefined): {
  readonly job?: string;
  readonly key?: string;
  readonly request?: string;
} {
  if (search === undefined) return {};
  if (UUID.test(search)) return { job: search.toLowerCase() };
  return REQUEST.test(search) ? { request: search } : { key: search };
}
