import type { DataSource } from 'typeorm';
import type { JobStatus } from '../../core/job/job-status.js';
import { isFinal } from '../../core/job/job-status.js';
import type { KeyStore } from '../keys/key-store.js';
import type { AuditEventEntity } from '../audit/audit-event.entity.js';
import type { AuditLog } from '../audit/audit-log.js';

export interface WatchedState {
  readonly id: string;
  readonly status: JobStatus;
  readonly progress: number;
  readonly currentStep: string | null;
  readonly attempt: number;
}

/** A client that follows a job. */
export interface Watcher {
  readonly jobId: string;
  /** The key of the client. Watching ends when the key is no longer valid. */
  readonly keyId: string;
  /** The ID of the last audit event that the client received, or 0. */
  readonly seen: number;
  onEvent(event: AuditEventEntity): void;
  onState(state: WatchedState): void;
  /** Called at the end: the job is final and all its events were sent, or the key is no longer valid. */
  onEnd(): void;
}

/** Workers report every half second, so faster polling would find nothing new. */
const POLL_MS = 500;

/** The format of key IDs in the database. Other keys, such as the configured one, never become invalid. */
const STORED_KEY = /^[0-9a-f]{16}$/;

/**
 * Notifies watchers about their jobs. A process polls for all watchers together, with three queries by primary
 * key every half second, and does not poll without watchers. Unlike `LISTEN`, polling needs no separate
 * connection and no recovery after a lost one.
 */
export class JobWatch {
  private readonly watchers = new Set<Watcher>();
  /** The hash of each key when its first watcher was added. */
  private readonly keyHashes = new Map<string, string>();
  private timer: NodeJS.Timeout | null = null;
  private polling = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditLog,
    private readonly keyStore: KeyStore,
    private readonly onError: (error: Error) => void,
  ) {}

  /** @returns a function that removes the watcher and can be called repeatedly */
  add(watcher: Watcher): () => void {
    this.watchers.add(watcher);
    this.schedule(0);
    return () => {
      this.watchers.delete(watcher);
      if (this.watchers.size > 0) return;
      if (this.timer) clearTimeout(this.timer);
      this.timer = null;
      this.keyHashes.clear();
    };
  }

  private schedule(delayMs: number): void {
    if (this.polling) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.poll(), delayMs);
  }

  private async poll(): Promise<void> {
    this.polling = true;
    const watchers = [...this.watchers];
    try {
      await this.notify(watchers);
    } catch (error) {
      // The next poll finds all events that this one missed.
      this.onError(error as Error);
    }
    this.polling = false;
    if (this.watchers.size === 0) return;
    const joined = [...this.watchers].some((watcher) => !watchers.includes(watcher));
    this.schedule(joined ? 0 : POLL_MS);
  }

  private async notify(watchers: readonly Watcher[]): Promise<void> {
    const seen = new Map<string, number>();
    for (const { jobId, seen: last } of watchers) {
      seen.set(jobId, Math.min(last, seen.get(jobId) ?? last));
    }
    const invalid = await this.invalidKeys(watchers);
    // States first: a final state and its event are committed together, so its event is found below.
    const states = await this.states([...seen.keys()]);
    const events = await this.audit.newerOfJobs(seen);
    for (const watcher of watchers) {
      if (!this.watchers.has(watcher)) continue;
      if (invalid.has(watcher.keyId)) {
        watcher.onEnd();
        continue;
      }
      for (const event of events) {
        if (event.jobId === watcher.jobId && Number(event.id) > watcher.seen)
          watcher.onEvent(event);
      }
      const state = states.get(watcher.jobId);
      if (state) watcher.onState(state);
      if (!state || isFinal(state.status)) watcher.onEnd();
    }
  }

  private async states(ids: readonly string[]): Promise<Map<string, WatchedState>> {
    const rows = await this.dataSource.query<WatchedState[]>(
      `SELECT id, status, progress, current_step AS "currentStep", attempt
       FROM jobs WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Returns the keys that were revoked, expired, or rotated since watching began. */
  private async invalidKeys(watchers: readonly Watcher[]): Promise<Set<string>> {
    const ids = [...new Set(watchers.map(({ keyId }) => keyId))].filter((id) =>
      STORED_KEY.test(id),
    );
    const invalid = new Set<string>();
    if (ids.length === 0) return invalid;
    const usable = await this.keyStore.usableHashes(ids);
    for (const id of ids) {
      const hash = usable.get(id);
      const original = this.keyHashes.get(id) ?? hash;
      if (hash === undefined || hash !== original) {
        invalid.add(id);
        this.keyHashes.delete(id);
      } else {
        this.keyHashes.set(id, hash);
      }
    }
    return invalid;
  }
}
