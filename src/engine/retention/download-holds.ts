import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, Module, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';

/** A process that has not renewed its downloads for so long has died. */
const LASTS_SECONDS = 90;
const RENEWED_EVERY_MS = 30_000;

/** The part of the key of an object that all files of a job share, or the key itself. */
export function heldName(object: string): string {
  const [, job] = /^(videos\/[0-9a-f-]{36})-\d+\//.exec(object) ?? [];
  return job ?? object;
}

/** SQL: whether somebody downloads an object, or a file of a job. @param name an expression for its name */
export const isHeld = (name: string) =>
  `EXISTS (SELECT 1 FROM downloads WHERE object = ${name} AND until > now())`;

/**
 * Notes in the database what clients download, so that retention, which may run in another process, leaves it alone.
 * Without retention, it notes nothing.
 */
@Injectable()
export class DownloadHolds implements OnModuleDestroy {
  private readonly logger = new Logger(DownloadHolds.name);
  private readonly process = randomUUID();
  private readonly readers = new Map<string, number>();
  private readonly isNeeded: boolean;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) { retention }: Pick<Config, 'retention'>,
  ) {
    const { videoDays, videoBytes, jobDays, jobBytes, assetDays, assetBytes } = retention;
    this.isNeeded = [videoDays, videoBytes, jobDays, jobBytes, assetDays, assetBytes].some(
      (bound) => bound > 0,
    );
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    if (this.readers.size > 0) await this.try('DELETE FROM downloads WHERE process = $1', []);
  }

  /** Keeps an object while something reads it. */
  async during<T>(object: string, read: () => Promise<T>): Promise<T> {
    if (!this.isNeeded) return read();
    const name = heldName(object);
    const before = this.readers.get(name) ?? 0;
    this.readers.set(name, before + 1);
    if (before === 0) await this.hold([name], LASTS_SECONDS);
    this.timer ??= setInterval(
      () => void this.hold([...this.readers.keys()], LASTS_SECONDS),
      RENEWED_EVERY_MS,
    ).unref();
    try {
      return await read();
    } finally {
      await this.release(name);
    }
  }

  /** Keeps an object for clients that read it without this service, by a signed address. */
  async for(object: string, seconds: number): Promise<void> {
    if (this.isNeeded) await this.hold([heldName(object)], seconds);
  }

  private async release(name: string): Promise<void> {
    const left = (this.readers.get(name) ?? 1) - 1;
    if (left > 0) {
      this.readers.set(name, left);
      return;
    }
    this.readers.delete(name);
    // Not those of signed addresses, which last longer.
    await this.try(
      `DELETE FROM downloads WHERE process = $1 AND object = $2
         AND until <= now() + interval '${LASTS_SECONDS} seconds'`,
      [name],
    );
  }

  private async hold(names: readonly string[], seconds: number): Promise<void> {
    if (names.length === 0) return;
    await this.try(
      `INSERT INTO downloads AS held (process, object, until)
       SELECT $1, object, now() + $3 * interval '1 second' FROM unnest($2::text[]) AS object ORDER BY object
       ON CONFLICT (object, process) DO UPDATE SET until = GREATEST(held.until, excluded.until)`,
      [names, seconds],
    );
  }

  /** A download does not fail because nobody can note it. */
  private async try(sql: string, parameters: readonly unknown[]): Promise<void> {
    await this.dataSource.query(sql, [this.process, ...parameters]).catch((err: unknown) => {
      this.logger.warn({ err, msg: 'Retention may remove a file that a client downloads' });
    });
  }
}

/** Forgets downloads of processes that have died. */
export async function forgetDownloads(manager: EntityManager, most: number): Promise<number> {
  const [, count] = await manager.query<[unknown[], number]>(
    `DELETE FROM downloads WHERE (object, process) IN (
       SELECT object, process FROM downloads WHERE until <= now() LIMIT $1)`,
    [most],
  );
  return count;
}

/** Whether somebody downloads an object now. */
export async function isDownloaded(manager: EntityManager, object: string): Promise<boolean> {
  const [row] = await manager.query<[{ held: boolean }]>(`SELECT ${isHeld('$1')} AS held`, [
    heldName(object),
  ]);
  return row.held;
}

@Module({ providers: [DownloadHolds], exports: [DownloadHolds] })
export class DownloadHoldsModule {}
