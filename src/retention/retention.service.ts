import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { RenderQueue } from '../engine/jobs/render-queue.js';
import { shiftTurns } from '../engine/jobs/turns.js';
import { deleteOutgoing } from '../engine/outgoing/outgoing-store.js';
import {
  dropAuditMonths,
  makeAuditPartitions,
  oldAuditMonths,
} from '../engine/retention/audit-partitions.js';
import { forgetDownloads } from '../engine/retention/download-holds.js';
import {
  deleteIdempotencyKeys,
  deleteRevisions,
  firstJobBeyond,
  type JobPosition,
  recordRemoval,
} from '../engine/retention/old-rows.js';
import { Removals } from './removals.js';
import { type RetentionRule, rulesOf } from './retention-rules.js';

const EVERY_MS = 60_000;
/** Rows that one step removes, within one transaction. */
const STEP = 100;
/** Steps of a kind in a row. The next pass goes on. */
const MOST_STEPS = 50;
/** An arbitrary number for the lock that lets only one process remove things at a time. */
const RETENTION_LOCK = 7_230_144;
/** The size of all jobs is added up so often, because that reads a page of each row. */
const JOBS_SUMMED_EVERY_MS = 3_600_000;

/** A part of a pass. It returns how much it tried to remove: as much as a step removes means that more is left. */
type Step = (manager: EntityManager) => Promise<number>;

/**
 * Keeps the database and the data folder from growing without bound: once a minute, one of all processes makes
 * the partitions of audit events, and removes what is older or larger than the operator keeps.
 */
@Injectable()
export class RetentionService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Retention');
  private timer: NodeJS.Timeout | null = null;
  private pass: Promise<void> | null = null;
  private stopped = false;
  /** The newest job beyond the size of all, and when that was found out. */
  private beyond: { readonly at: number; readonly position: JobPosition | null } | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly queue: RenderQueue,
    private readonly removals: Removals,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule(0);
  }

  /** Waits for the step that is under way. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    this.removals.stop();
    if (this.timer) clearTimeout(this.timer);
    await this.pass;
  }

  private schedule(delayMs: number): void {
    this.timer = setTimeout(() => {
      this.pass = this.apply()
        .catch((error: unknown) => this.logger.warn({ err: error, msg: 'Retention failed' }))
        .then(() => {
          if (!this.stopped) this.schedule(EVERY_MS);
        });
    }, delayMs);
    this.timer.unref();
  }

  /**
   * One pass. Another process that is at it makes this one end at once. What cannot be removed prevents nothing
   * else from being removed.
   *
   * @throws AggregateError for what failed, at the end of the pass
   */
  async apply(): Promise<void> {
    const failures: unknown[] = [];
    this.removals.begin();
    for (const step of this.steps()) {
      const isAlone = await this.repeat(step).catch((error: unknown) => failures.push(error));
      if (isAlone === false) return;
    }
    failures.push(...this.removals.failures);
    if (failures.length > 0) throw new AggregateError(failures, 'A part of a pass has failed.');
  }

  /** @returns false if another process is at it */
  private async repeat(step: Step): Promise<boolean> {
    for (let n = 0; n < MOST_STEPS && !this.stopped; n++) {
      const removed = await this.alone(step);
      if (removed === null) return false;
      if (removed < STEP || this.removals.hasEnded) break;
    }
    return true;
  }

  private steps(): Step[] {
    const { retention } = this.config;
    const { deliveryDays, templateRevisions } = retention;
    const rules = rulesOf(retention, (manager, bytes) => this.positionBeyond(manager, bytes));
    return [
      (manager) => makeAuditPartitions(manager).then(() => 0),
      (manager) => shiftTurns(manager, this.queue.messages).then(() => 0),
      (manager) => deleteIdempotencyKeys(manager, STEP),
      (manager) => forgetDownloads(manager, STEP),
      ...rules.map((rule) => this.stepOf(rule)),
      ...given(
        templateRevisions,
        (kept) => (manager) =>
          recorded(manager, 'template_revisions', deleteRevisions(manager, kept, STEP)),
      ),
      ...given(deliveryDays, (days) => (manager) => deleteOutgoing(manager, days, STEP)),
      (manager) => dropMonths(manager, retention),
    ];
  }

  /** A step for what the bounds of videos, jobs, and assets find. */
  private stepOf(rule: RetentionRule): Step {
    const { removals } = this;
    return async (manager) => {
      const bounds = removals.bounds(STEP);
      if (rule.what === 'video') return removals.videos(manager, await rule.find(manager, bounds));
      if (rule.what === 'asset') return removals.unused(manager, await rule.find(manager, bounds));
      const old = await rule.find(manager, bounds);
      await recorded(manager, 'jobs', removals.ended(manager, old));
      return old.length;
    };
  }

  private async positionBeyond(manager: EntityManager, bytes: number): Promise<JobPosition | null> {
    if (this.beyond === null || Date.now() - this.beyond.at > JOBS_SUMMED_EVERY_MS) {
      this.beyond = { at: Date.now(), position: await firstJobBeyond(manager, bytes) };
    }
    return this.beyond.position;
  }

  /** Runs a step while no other process runs one. Null: another one does. */
  private alone(step: Step): Promise<number | null> {
    return this.dataSource.transaction(async (manager) => {
      const [{ taken }] = await manager.query<[{ taken: boolean }]>(
        'SELECT pg_try_advisory_xact_lock($1) AS taken',
        [RETENTION_LOCK],
      );
      return taken ? step(manager) : null;
    });
  }
}

/** A step for a bound that is set. */
const given = (bound: number, step: (bound: number) => Step) => (bound > 0 ? [step(bound)] : []);

async function dropMonths(manager: EntityManager, retention: Config['retention']): Promise<number> {
  const months = await oldAuditMonths(manager, retention);
  await dropAuditMonths(manager, months);
  if (months.length > 0) {
    const tables = months.map(({ name }) => name);
    await recordRemoval(manager, 'audit_events', months.length, { tables });
  }
  return 0;
}

async function recorded(
  manager: EntityManager,
  what: string,
  removal: Promise<number>,
): Promise<number> {
  const count = await removal;
  if (count > 0) await recordRemoval(manager, what, count);
  return count;
}
