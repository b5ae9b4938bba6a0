import type { QueryRunner } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../audit/audit-event.entity.js';
import type { KeyLimits } from '../jobs/key-limits.js';
import type { Asset, KeptAsset, NewAsset } from './asset.js';
import { addToUsage, changeUsage } from './asset-usage.js';

/** The columns of an `Asset`. */
export const COLUMNS = `id, key_id AS "keyId", name, content_type AS "contentType", bytes::float8 AS bytes,
  sha256, created_at AS "createdAt"`;

/** What is counted already for a file whose upload began before. */
export interface Reserved {
  readonly assets: number;
  readonly bytes: number;
}

const NOTHING: Reserved = { assets: 0, bytes: 0 };

/**
 * Makes a stored file an asset of a key, within a transaction. If the key has the same content already, its asset
 * is returned. If any key has it, the object of that content is used, and the new one is not needed.
 *
 * @throws KeyLimitExceeded
 */
export async function keepAsset(
  runner: QueryRunner,
  file: NewAsset,
  by: Actor,
  limits: KeyLimits,
  reserved: Reserved = NOTHING,
): Promise<KeptAsset> {
  await changeUsage(runner, by.keyId, { assets: -reserved.assets, bytes: -reserved.bytes });
  const [known] = (await runner.query(
    `SELECT ${COLUMNS} FROM assets WHERE key_id = $1 AND sha256 = $2 AND deleted_at IS NULL`,
    [by.keyId, file.sha256],
  )) as Asset[];
  if (known) {
    await runner.query('UPDATE assets SET last_used_at = now() WHERE id = $1', [known.id]);
    return { asset: known, isNew: false, copy: file.object };
  }
  await addToUsage(runner, by.keyId, { assets: 1, bytes: file.bytes }, limits);
  const [{ object }] = (await runner.query(
    `INSERT INTO asset_contents AS known (sha256, object, bytes) VALUES ($1, $2, $3)
     ON CONFLICT (sha256) DO UPDATE SET bytes = known.bytes RETURNING object`,
    [file.sha256, file.object, file.bytes],
  )) as [{ object: string }];
  const asset = await insertAsset(runner, file, by);
  return { asset, isNew: true, copy: object === file.object ? null : file.object };
}

async function insertAsset(runner: QueryRunner, file: NewAsset, by: Actor): Promise<Asset> {
  const [asset] = (await runner.query(
    `WITH created AS (
       INSERT INTO assets (id, key_id, sha256, name, content_type, bytes)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING *),
     event AS (
       INSERT INTO audit_events (key_id, owner_id, request_id, type, data)
       SELECT key_id, key_id, $7, 'asset.created',
         jsonb_build_object('asset_id', id, 'name', name, 'bytes', bytes, 'content_type', content_type)
       FROM created)
     SELECT ${COLUMNS} FROM created`,
    [uuidv7(), by.keyId, file.sha256, file.name, file.contentType, file.bytes, by.requestId],
  )) as [Asset];
  return asset;
}
