import { ApiProperty } from '@nestjs/swagger';
import { HIGHEST_PRIORITY, LOWEST_PRIORITY } from '../../core/job/priority.js';
import type { KeyLimits } from '../../engine/jobs/key-limits.js';
import type { KeyUsage } from '../../engine/jobs/key-usage-reader.js';
import { type Identity, KEY_SCOPES, type KeyScope } from '../../http/access/access.js';

const COUNT = { type: 'integer', example: 12 } as const;
const COUNT_OR_NULL = { ...COUNT, nullable: true, description: 'Null: no limit.' } as const;

class KeyLimitsDto {
  @ApiProperty(COUNT)
  waiting_jobs!: number;

  @ApiProperty(COUNT_OR_NULL)
  running_jobs!: number | null;

  @ApiProperty({ ...COUNT_OR_NULL, example: null })
  daily_video_seconds!: number | null;

  @ApiProperty({ ...COUNT_OR_NULL, example: null })
  daily_voice_characters!: number | null;

  @ApiProperty({ ...COUNT_OR_NULL, example: null })
  kept_bytes!: number | null;

  @ApiProperty(COUNT)
  daily_config_bytes!: number;

  @ApiProperty(COUNT_OR_NULL)
  asset_bytes!: number | null;

  @ApiProperty(COUNT_OR_NULL)
  assets!: number | null;

  @ApiProperty({
    type: 'integer',
    minimum: LOWEST_PRIORITY,
    maximum: HIGHEST_PRIORITY,
    description: 'The highest priority that a job of the key can have.',
    example: 0,
  })
  priority!: number;
}

class KeyUsageDto {
  @ApiProperty({ ...COUNT, description: 'Jobs that wait for a worker.' })
  waiting_jobs!: number;

  @ApiProperty({ ...COUNT, description: 'Jobs that a worker has.' })
  running_jobs!: number;

  @ApiProperty({
    type: Number,
    description: 'Length of the videos that were finished today (UTC), in seconds.',
    example: 93.5,
  })
  daily_video_seconds!: number;

  @ApiProperty({
    ...COUNT,
    description:
      'Characters that voice engines spoke today (UTC), without those that were in the cache.',
  })
  daily_voice_characters!: number;

  @ApiProperty({ ...COUNT, description: 'Size of the files of all videos that are not deleted.' })
  kept_bytes!: number;

  @ApiProperty({ ...COUNT, description: 'Size of the configs that were stored today (UTC).' })
  daily_config_bytes!: number;

  @ApiProperty({ ...COUNT, description: 'Size of all assets, with unfinished uploads.' })
  asset_bytes!: number;

  @ApiProperty({ ...COUNT, description: 'Assets, with unfinished uploads.' })
  assets!: number;
}

export class OwnKeyDto {
  @ApiProperty({ type: String, example: '3f9a1c2b7d4e5f60' })
  id!: string;

  @ApiProperty({ enum: KEY_SCOPES, isArray: true, example: ['videos:write', 'jobs:read'] })
  scopes!: readonly KeyScope[];

  @ApiProperty({ type: KeyLimitsDto })
  limits!: KeyLimitsDto;

  @ApiProperty({ type: KeyUsageDto })
  usage!: KeyUsageDto;

  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'When the daily limits begin again.',
  })
  day_ends_at!: string;
}

/** Maps a key, its limits, and what it uses. */
export function toOwnKeyDto(key: Identity, limits: KeyLimits, usage: KeyUsage): OwnKeyDto {
  return {
    id: key.id,
    scopes: key.scopes,
    limits: {
      waiting_jobs: limits.waitingJobs,
      running_jobs: limits.runningJobs || null,
      daily_video_seconds: limits.dailyVideoSeconds || null,
      daily_voice_characters: limits.dailyVoiceCharacters || null,
      kept_bytes: limits.keptBytes || null,
      daily_config_bytes: limits.dailyConfigBytes,
      asset_bytes: limits.assetBytes || null,
      assets: limits.assets || null,
      priority: limits.priority,
    },
    usage: {
      waiting_jobs: usage.waitingJobs,
      running_jobs: usage.runningJobs,
      daily_video_seconds: usage.dailyVideoSeconds,
      daily_voice_characters: usage.dailyVoiceCharacters,
      kept_bytes: usage.keptBytes,
      daily_config_bytes: usage.dailyConfigBytes,
      asset_bytes: usage.assetBytes,
      assets: usage.assets,
    },
    day_ends_at: usage.dayEndsAt.toISOString(),
  };
}
