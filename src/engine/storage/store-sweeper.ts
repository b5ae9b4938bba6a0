import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { forEach } from '../concurrency/for-each.js';
import { OBJECT_STORE, type ObjectInfo, type ObjectStore } from './object-store.js';

const DAY_MS = 24 * 3_600_000;
/** How often a process asks whether it is its turn. Of all processes, one sweeps each hour. */
const LOOK_MS = 10 * 60_000;
const FIRST_LOOK_MS = 30_000;
/** Uploads that began so long ago are those of processes that died. */
const UNFINISHED_MS = DAY_MS;
/** What one attempt hands to others is not needed longer. */
const HANDED_OVER_MS = 2 * DAY_MS;
const REMOVALS_AT_ONCE = 8;
/** Ages are grouped from a minute on, each group 5 % longer. A busy store exceeds its bound within hours. */
const FIRST_AGES_MS = 60_000;
const AGE_GROWTH = 1.05;

/** Removes what nobody needs any longer: old cache entries, and what attempts left that ended in a bad way. */
@Injectable()
export class StoreSweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(StoreSweeper.name);
  private timers: NodeJS.Timeout[] = [];

  constructor(
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(CONFIG) private readonly config: Config,
    private readonly dataSource: DataSource,
  ) {}

  onApplicationBootstrap(): void {
    this.timers = [
      setTimeout(() => void this.look(), FIRST_LOOK_MS),
      setInterval(() => void this.look(), LOOK_MS),
    ];
    for (const timer of this.timers) timer.unref();
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  private async look(): Promise<void> {
    try {
      if (await this.takeTurn()) await this.sweep(Date.now());
    } catch (error) {
      this.logger.warn({ err: error, msg: 'The store is swept later' });
    }
  }

  private async takeTurn(): Promise<boolean> {
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE store_identity SET swept_at = now() WHERE swept_at < now() - interval '1 hour' RETURNING id`,
    );
    return rows.length === 1;
  }

  /** Sweeps once. @param now the time in milliseconds */
  async sweep(now: number): Promise<void> {
    await this.store.removeUnfinished(new Date(now - UNFINISHED_MS));
    await this.sweepVideos(now);
    // In a folder, the caches bound themselves.
    if (this.config.storage.s3 === null) return;
    for (const prefix of ['plans/', 'sources/'])
      await this.removeOlder(prefix, now - HANDED_OVER_MS);
    const { maxDays } = this.config.storage.sharedCache;
    const oldest = Math.max(now - maxDays * DAY_MS, await this.timeThatFits(now));
    await this.removeOlder('caches/', oldest);
  }

  /** The time after which the cache entries are together within their bound. */
  private async timeThatFits(now: number): Promise<number> {
    // Sums by age, so that a million entries need no memory.
    const bytesOfAge: (number | undefined)[] = [];
    for await (const { bytes, modifiedAt } of this.objects('caches/')) {
      const age = ageGroupOf(now - modifiedAt.getTime());
      bytesOfAge[age] = (bytesOfAge[age] ?? 0) + bytes;
    }
    const { maxBytes } = this.config.storage.sharedCache;
    let total = 0;
    const first = bytesOfAge.findIndex((bytes = 0) => (total += bytes) > maxBytes);
    return first < 0 ? -Infinity : now - youngestOf(first);
  }

  /** Removes the files of attempts that were not committed. Jobs that the database does not know keep theirs. */
  private async sweepVideos(now: number): Promise<void> {
    const folders = new Set<string>();
    for await (const { key, modifiedAt } of this.objects('videos/')) {
      if (modifiedAt.getTime() < now - DAY_MS) folders.add(key.split('/')[1]!);
      if (folders.size >= 500) await this.removeLeft(folders);
    }
    await this.removeLeft(folders);
  }

  private async removeLeft(folders: Set<string>): Promise<void> {
    const rows = await this.dataSource.query<{ folder: string }[]>(
      `SELECT folder FROM unnest($1::text[]) AS folder
         JOIN jobs ON jobs.id::text = left(folder, 36)
       WHERE status NOT IN ('pending', 'processing')
         AND (deleted_at IS NOT NULL OR result ->> 'folder' IS DISTINCT FROM folder)`,
      [[...folders]],
    );
    for (const { folder } of rows) await this.store.removeAll(`videos/${folder}/`);
    if (rows.length > 0) {
      this.logger.log({ folders: rows.length, msg: 'Files of lost attempts were removed' });
    }
    folders.clear();
  }

  private async removeOlder(prefix: string, beforeMs: number): Promise<void> {
    for (let after: string | null = null; ;) {
      const { objects, next } = await this.store.list(prefix, after);
      const old = objects.filter(({ modifiedAt }) => modifiedAt.getTime() < beforeMs);
      await forEach(old, REMOVALS_AT_ONCE, ({ key }) => this.store.remove(key));
      if (next === null) return;
      after = next;
    }
  }

  private async *objects(prefix: string): AsyncGenerator<ObjectInfo> {
    for (let after: string | null = null; ;) {
      const { objects, next } = await this.store.list(prefix, after);
      yield* objects;
      if (next === null) return;
      after = next;
    }
  }
}

function ageGroupOf(ageMs: number): number {
  return Math.floor(Math.log1p(Math.max(0, ageMs) / FIRST_AGES_MS) / Math.log(AGE_GROWTH));
}

function youngestOf(group: number): number {
  return FIRST_AGES_MS * (AGE_GROWTH ** group - 1);
}
