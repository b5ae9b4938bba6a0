import type { QueryRunner } from 'typeorm';
import { type KeyLimits, limitsOfKey, type OwnLimits } from '../jobs/key-limits.js';
import { KeyLimitExceeded } from '../jobs/key-limit-exceeded.js';

/** What a change adds to the assets of a key. */
export interface AddedAssets {
  readonly assets: number;
  readonly bytes: number;
}

interface LockedUsage extends OwnLimits {
  readonly assets: number;
  readonly bytes: number;
}

/**
 * Locks the row of a key, so that the changes of its assets are serial, and changes its counts. Every transaction
 * locks this row before those of assets and contents.
 */
export async function changeUsage(
  runner: QueryRunner,
  keyId: string,
  { assets, bytes }: AddedAssets,
): Promise<LockedUsage> {
  const [usage] = (await runner.query(
    `INSERT INTO asset_usage AS usage (key_id, assets, bytes) VALUES ($1, $2, $3)
     ON CONFLICT (key_id) DO UPDATE
       SET assets = usage.assets + excluded.assets, bytes = usage.bytes + excluded.bytes
     RETURNING assets::float8, bytes::float8,
       (SELECT limits FROM api_keys WHERE id = $1) AS limits,
       (SELECT 'admin' = ANY(scopes) FROM api_keys WHERE id = $1) AS admin`,
    [keyId, assets, bytes],
  )) as [LockedUsage];
  return usage;
}

/** Like `changeUsage`, for more. @throws KeyLimitExceeded */
export async function addToUsage(
  runner: QueryRunner,
  keyId: string,
  added: AddedAssets,
  defaults: KeyLimits,
): Promise<void> {
  requireWithin(await changeUsage(runner, keyId, added), added, defaults);
}

/** @param usage with what is added. @throws KeyLimitExceeded */
function requireWithin(usage: LockedUsage, added: AddedAssets, defaults: KeyLimits): void {
  const limits = limitsOfKey(usage, defaults);
  const isOver = (most: number, amount: number) => most > 0 && amount > most;
  if (isOver(limits.assets, usage.assets)) {
    throw new KeyLimitExceeded('assets', limits, usage.assets, null);
  }
  if (!isOver(limits.assetBytes, usage.bytes)) return;
  const alone = isOver(limits.assetBytes, added.bytes) ? 'never' : null;
  throw new KeyLimitExceeded('assetBytes', limits, usage.bytes, alone);
}
