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

/** Somebody who follows a job. */
export interface Watcher {
  readonly jobId: string;
  /** Whose key the watching goes by; it ends with the key. */
  readonly keyId: string;
  /** The last audit event that the watcher has; 0 = none. */
  readonly seen: number;
  onEvent(event: AuditEventEntity): void;
  onState(state: WatchedState): void;
  /** Nothing more will come: the job is final and all was told, or the key is not valid any more. */
  onEnd(): void;
}

/** Workers report every half second, so looking more often would find nothing more. */
const POLL_MS = 500;

/** Keys of the database have ids of this form; others (the configured one) cannot end. */
const STORED_KEY = /^[0-9a-f]{16}$/;

/**
 * Tells watchers what happens to their jobs. However many there are, a process asks the database
 * with three queries by primary key each half second, and with none when nobody watches. Polling
 * and not LISTEN: it needs no connection of its own and nothing to recover after a lost one.
 */
export class JobWatch {
  private readonly watchers = new Set<Watcher>();
  /** What identified each key when it began to be watched. */
  private readonly keys = new Map<string, string>();
  private timer: NodeJS.Timeout | null = null;
  private polling = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditLog,
    private readonly keyStore: KeyStore,
    private readonly onError: (error: Error) => void,
  ) {}

  /** @returns stops the watching; safe to call again */
  add(watcher: Watcher): () => void {
    this.watchers.add(watcher);
    this.schedule(0);
    return () => {
      this.watchers.delete(watcher);
      if (this.watchers.size > 0) return;
      if (this.timer) clearTimeout(this.timer);
      this.timer = null;
      this.keys.clear();
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
      await this.tell(watchers);
    } catch (error) {
      // Watchers wait: the next look finds all that was missed.
      this.onError(error as Error);
    }
    this.polling = false;
    if (this.watchers.size === 0) return;
    const joined = [...this.watchers].some((watcher) => !watchers.includes(watcher));
    this.schedule(joined ? 0 : POLL_MS);
  }

  private async tell(watchers: readonly Watcher[]): Promise<void> {
    const seen = new Map<string, number>();
    for (const { jobId, seen: last } of watchers) {
      seen.set(jobId, Math.min(last, seen.get(jobId) ?? last));
    }
    const ended = await this.endedKeys(watchers);
    // In this order: an event that comes with a final state is committed with it.
    const states = await this.states([...seen.keys()]);
    const events = await this.audit.newerOfJobs(seen);
    for (const watcher of watchers) {
      if (!this.watchers.has(watcher)) continue;
      if (ended.has(watcher.keyId)) {
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

  /** Keys that were revoked, have expired, or were given another secret since watching began. */
  private async endedKeys(watchers: readonly Watcher[]): Promise<Set<string>> {
    const ids = [...new Set(watchers.map(({ keyId }) => keyId))].filter((id) =>
      STORED_KEY.test(id),
    );
    const ended = new Set<string>();
    if (ids.length === 0) return ended;
    const usable = await this.keyStore.usableHashes(ids);
    for (const id of ids) {
      const hash = usable.get(id);
      const known = this.keys.get(id) ?? hash;
      if (hash === undefined || hash !== known) {
        ended.add(id);
        this.keys.delete(id);
      } else {
        this.keys.set(id, hash);
      }
    }
    return ended;
  }
}
