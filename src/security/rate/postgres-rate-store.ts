import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';
import type { ThrottlerStorageRecord } from '@nestjs/throttler/dist/throttler-storage-record.interface.js';
import type { DataSource } from 'typeorm';
import { within } from '../../engine/concurrency/within.js';
import { MemoryRateStore, rateRecord } from './memory-rate-store.js';

const SWEEP_INTERVAL_MS = 300_000;

/** A request does not wait longer to be counted. */
const PATIENCE_MS = 1_000;
/** How long requests are counted in memory after the database has not responded. */
const REST_MS = 5_000;

/** Starts a window or counts in the current one, in one statement. Parameters: client, length in ms. */
const COUNT = `
  INSERT INTO rate_limits AS r (client, hits, resets_at)
  VALUES ($1, 1, now() + $2 * interval '1 millisecond')
  ON CONFLICT (client) DO UPDATE SET
    hits = CASE WHEN r.resets_at <= now() THEN 1 ELSE r.hits + 1 END,
    resets_at = CASE WHEN r.resets_at <= now() THEN excluded.resets_at ELSE r.resets_at END
  RETURNING hits, extract(epoch FROM resets_at - now())::float8 * 1000 AS left_ms`;

/**
 * Counts in Postgres, for all processes together. A client that exceeds its limit is counted in memory
 * until its window ends, so that a flood of requests does not become a flood of writes. While the
 * database does not respond, all clients are counted in memory.
 */
export class PostgresRateStore implements ThrottlerStorage, OnApplicationShutdown {
  private readonly logger = new Logger('RateLimit');
  private readonly memory = new MemoryRateStore();
  private readonly blocked = new Map<string, { untilMs: number; hits: number }>();
  private readonly sweeper: NodeJS.Timeout;
  private restsUntil = -Infinity;

  constructor(private readonly dataSource: DataSource) {
    this.sweeper = setInterval(() => void this.sweep(), SWEEP_INTERVAL_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeper);
  }

  async increment(key: string, ttlMs: number, limit: number): Promise<ThrottlerStorageRecord> {
    const now = performance.now();
    const blocked = this.blocked.get(key);
    if (blocked && blocked.untilMs > now) {
      blocked.hits++;
      return rateRecord(blocked.hits, limit, blocked.untilMs - now);
    }
    const counted = await this.count(key, ttlMs);
    if (counted === null) return this.memory.increment(key, ttlMs, limit);
    if (counted.hits > limit) {
      this.blocked.set(key, { untilMs: now + counted.leftMs, hits: counted.hits });
    } else {
      this.blocked.delete(key);
    }
    return rateRecord(counted.hits, limit, counted.leftMs);
  }

  private async count(
    key: string,
    ttlMs: number,
  ): Promise<{ hits: number; leftMs: number } | null> {
    if (performance.now() < this.restsUntil) return null;
    try {
      const asked = this.dataSource.query<{ hits: number; left_ms: number }[]>(COUNT, [key, ttlMs]);
      const [row] = await within(PATIENCE_MS, () => asked);
      return { hits: row!.hits, leftMs: row!.left_ms };
    } catch (error) {
      this.restsUntil = performance.now() + REST_MS;
      this.logger.warn({
        msg: 'The database does not respond, so requests are counted in memory',
        err: error,
      });
      return null;
    }
  }

  private async sweep(): Promise<void> {
    const now = performance.now();
    for (const [key, { untilMs }] of this.blocked) if (untilMs <= now) this.blocked.delete(key);
    await this.dataSource
      .query('DELETE FROM rate_limits WHERE resets_at < now()')
      .catch(() => undefined);
  }
}
