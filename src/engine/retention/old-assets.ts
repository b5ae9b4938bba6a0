import type { EntityManager } from 'typeorm';
import type { Asset } from '../assets/asset.js';
import { COLUMNS } from '../assets/keep-asset.js';
import { isHeld } from './download-holds.js';
import { beyond, type Removable, type StepBounds } from './old-videos.js';

/** An asset that can be removed. */
export interface OldAsset extends Asset, Removable {}

type Candidate = OldAsset & { readonly held: boolean };

const HELD = isHeld('(SELECT object FROM asset_contents WHERE sha256 = assets.sha256)');
const ASSETS = `SELECT ${COLUMNS}, last_used_at AS since, ${HELD} AS held FROM assets WHERE deleted_at IS NULL`;

/** Assets that nobody has used for so many days, and nobody downloads. */
export function assetsUnusedFor(
  manager: EntityManager,
  days: number,
  { most, except }: StepBounds,
): Promise<OldAsset[]> {
  return manager.query(
    `${ASSETS} AND id <> ALL ($3::uuid[]) AND last_used_at < now() - $1 * interval '1 day' AND NOT ${HELD}
     ORDER BY last_used_at, id LIMIT $2`,
    [days, most, except],
  );
}

/** The assets that were used longest ago, without which the others have at most so many bytes. */
export async function assetsBeyond(
  manager: EntityManager,
  maxBytes: number,
  { most, except, freedBytes = 0 }: StepBounds,
): Promise<OldAsset[]> {
  const [{ kept }] = await manager.query<[{ kept: number }]>(
    'SELECT COALESCE(sum(bytes), 0)::float8 AS kept FROM assets WHERE deleted_at IS NULL',
  );
  const excess = kept - freedBytes - maxBytes;
  if (excess <= 0) return [];
  const oldest = await manager.query<Candidate[]>(
    `${ASSETS} AND id <> ALL ($2::uuid[]) ORDER BY last_used_at, id LIMIT $1`,
    [most, except],
  );
  return beyond(oldest, excess);
}
