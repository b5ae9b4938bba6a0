import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG } from '../../config/config.module.js';
import { limitMessage } from '../../core/budget/limits.js';
import { JobFailure } from '../../core/job/job-failure.js';
import type { VoiceAllowance } from '../../core/job/voice-allowance.js';
import { type KeyLimits, limitFlag, limitsOfKey, type OwnLimits } from './key-limits.js';
import { TODAY } from './turns.js';

/** Counts the characters that voice engines speak for each key in a day (UTC). */
@Injectable()
export class VoiceUsage {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: { readonly limits: KeyLimits },
  ) {}

  /** What the voices of a job may still speak for its key. */
  allowanceOf(keyId: string): VoiceAllowance {
    return {
      take: (characters) => this.take(keyId, characters),
      giveBack: (characters) => this.giveBack(keyId, characters),
    };
  }

  /** Counts in one statement, so that jobs at the same time cannot exceed the limit together. */
  private async take(keyId: string, characters: number): Promise<void> {
    const { most, isOwn } = await this.limitOf(keyId);
    const rows = await this.dataSource.query<{ characters: string }[]>(
      `INSERT INTO voice_usage AS usage (key_id, day, characters)
       SELECT $1, ${TODAY}, $2::bigint WHERE $3::bigint = 0 OR $2::bigint <= $3::bigint
       ON CONFLICT (key_id) DO UPDATE SET day = excluded.day, characters = excluded.characters +
         CASE WHEN usage.day = excluded.day THEN usage.characters ELSE 0 END
       WHERE $3::bigint = 0 OR usage.day <> excluded.day OR usage.characters + $2::bigint <= $3::bigint
       RETURNING characters`,
      [keyId, characters, most],
    );
    if (rows.length > 0) return;
    const option = `the limit of this key with \`videocraft keys limit\` and ${limitFlag('dailyVoiceCharacters')}`;
    const message = limitMessage('dailyVoiceCharacters', most, null, isOwn ? option : undefined);
    throw new JobFailure(
      'VOICE_UNAVAILABLE',
      `The API key has no characters left for this text. ${message} The next day (UTC) begins anew.`,
    );
  }

  private async giveBack(keyId: string, characters: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE voice_usage SET characters = greatest(0, characters - $2::bigint)
       WHERE key_id = $1 AND day = ${TODAY}`,
      [keyId, characters],
    );
  }

  private async limitOf(
    keyId: string,
  ): Promise<{ readonly most: number; readonly isOwn: boolean }> {
    const [row] = await this.dataSource.query<[OwnLimits]>(
      `SELECT (SELECT limits FROM api_keys WHERE id = $1) AS limits,
         (SELECT 'admin' = ANY(scopes) FROM api_keys WHERE id = $1) AS admin`,
      [keyId],
    );
    const { dailyVoiceCharacters: most, own } = limitsOfKey(row, this.config.limits);
    return { most, isOwn: own.has('dailyVoiceCharacters') };
  }
}
