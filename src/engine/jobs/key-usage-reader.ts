import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG } from '../../config/config.module.js';
import { type KeyLimits, limitsOfKey, type LimitsOfKey, type OwnLimits } from './key-limits.js';
import { TODAY } from './turns.js';

/** What a key has at present. */
export interface KeyUsage {
  readonly waitingJobs: number;
  readonly runningJobs: number;
  /** Seconds of the videos that were finished today. */
  readonly dailyVideoSeconds: number;
  /** Characters that were spoken today. */
  readonly dailyVoiceCharacters: number;
  readonly keptBytes: number;
  /** Bytes of the configs that were stored today. */
  readonly dailyConfigBytes: number;
  /** Bytes of assets, with those of unfinished uploads. */
  readonly assetBytes: number;
  readonly assets: number;
  /** When the day ends. */
  readonly dayEndsAt: Date;
}

/** Reads the limits of a key and what it has, with one query by primary keys. */
@Injectable()
export class KeyUsageReader {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: { readonly limits: KeyLimits },
  ) {}

  /** @param keyId a key without a row is in the configuration, or stands for everybody */
  async read(keyId: string): Promise<{ readonly limits: LimitsOfKey; readonly usage: KeyUsage }> {
    const [row] = await this.dataSource.query<[KeyUsage & OwnLimits]>(
      `SELECT COALESCE(sum(pending), 0)::float8 AS "waitingJobs",
         COALESCE(sum(processing), 0)::float8 AS "runningJobs",
         COALESCE(sum(day_ms) FILTER (WHERE day = ${TODAY}), 0)::float8 / 1000 AS "dailyVideoSeconds",
         COALESCE(sum(kept_bytes), 0)::float8 AS "keptBytes",
         COALESCE((SELECT characters FROM voice_usage WHERE key_id = $1 AND day = ${TODAY}), 0)::float8
           AS "dailyVoiceCharacters",
         COALESCE((SELECT config_bytes FROM key_usage WHERE key_id = $1 AND day = ${TODAY}), 0)::float8
           AS "dailyConfigBytes",
         COALESCE((SELECT bytes FROM asset_usage WHERE key_id = $1), 0)::float8 AS "assetBytes",
         COALESCE((SELECT assets FROM asset_usage WHERE key_id = $1), 0)::float8 AS assets,
         (${TODAY} + 1)::timestamp AT TIME ZONE 'UTC' AS "dayEndsAt",
         (SELECT limits FROM api_keys WHERE id = $1) AS limits,
         (SELECT 'admin' = ANY(scopes) FROM api_keys WHERE id = $1) AS admin
       FROM key_counts WHERE key_id = $1`,
      [keyId],
    );
    const { limits, admin, ...usage } = row;
    return { limits: limitsOfKey({ limits, admin }, this.config.limits), usage };
  }
}
