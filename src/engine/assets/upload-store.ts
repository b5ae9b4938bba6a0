import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { CONFIG } from '../../config/config.module.js';
import type { Actor } from '../audit/audit-event.entity.js';
import type { KeyLimits } from '../jobs/key-limits.js';
import { runnerOf } from '../database/transaction.js';
import { addToUsage, changeUsage } from './asset-usage.js';
import type { KeptAsset, NewAsset } from './asset.js';
import { keepAsset } from './keep-asset.js';

/** How long an upload may take from its beginning. */
export const UPLOAD_HOURS = 24;
/** How long a client has to send the first bytes. It may not have got the answer with the address. */
export const EMPTY_UPLOAD_HOURS = 1;
/** Each is an object in the store, and a request when they are joined. */
export const MAX_PARTS = 10_000;

/** A file that arrives in parts. */
export interface AssetUpload {
  readonly id: string;
  readonly keyId: string;
  readonly name: string;
  /** What the client sent with it, by name. */
  readonly metadata: Readonly<Record<string, string | null>>;
  readonly size: number;
  readonly received: number;
  /** Whether a request has begun to send its bytes. */
  readonly isBegun: boolean;
  /** The asset that it became; null while it is not finished. */
  readonly assetId: string | null;
  readonly createdAt: Date;
}

export type NewUpload = Pick<AssetUpload, 'id' | 'name' | 'metadata' | 'size'>;

/** A stored part. */
export interface UploadPart {
  readonly start: number;
  readonly bytes: number;
  readonly object: string;
}

/** A version before notes only what it received. */
const IS_BEGUN = '(begun OR received > 0)';
const COLUMNS = `id, key_id AS "keyId", name, metadata, size::float8 AS size, received::float8 AS received,
  ${IS_BEGUN} AS "isBegun", asset_id AS "assetId", created_at AS "createdAt"`;
const IS_CURRENT = `created_at > now() - interval '1 hour' *
  CASE WHEN ${IS_BEGUN} THEN ${UPLOAD_HOURS} ELSE ${EMPTY_UPLOAD_HOURS} END`;

/** Another request changed the upload first, or it is gone. */
export class UploadChanged extends Error {
  override readonly name = 'UploadChanged';
}

/** The parts of an upload are so small that joining them would take too long. */
export class TooManyParts extends Error {
  override readonly name = 'TooManyParts';
}

/**
 * Unfinished uploads in Postgres. The size of each counts as used from its beginning, so that uploads at the same
 * time stay within the limits of their key. Only one of two requests that continue an upload at the same place
 * succeeds, also on different machines.
 */
@Injectable()
export class UploadStore {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: { readonly limits: KeyLimits },
  ) {}

  /** @throws KeyLimitExceeded */
  async create({ id, name, metadata, size }: NewUpload, keyId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const runner = runnerOf(manager);
      await addToUsage(runner, keyId, { assets: 1, bytes: size }, this.config.limits);
      await runner.query(
        `INSERT INTO asset_uploads (id, key_id, name, metadata, size) VALUES ($1, $2, $3, $4, $5)`,
        [id, keyId, name, JSON.stringify(metadata), size],
      );
    });
  }

  /** Null if there is none, or it has expired. */
  async find(id: string): Promise<AssetUpload | null> {
    const [upload] = await this.dataSource.query<AssetUpload[]>(
      `SELECT ${COLUMNS} FROM asset_uploads WHERE id = $1 AND ${IS_CURRENT}`,
      [id],
    );
    return upload ?? null;
  }

  /** Notes that a request begins to send bytes, which may take longer than an empty upload has. */
  async begin(id: string): Promise<void> {
    await this.dataSource.query(
      'UPDATE asset_uploads SET begun = true WHERE id = $1 AND NOT begun',
      [id],
    );
  }

  /** The parts in their order. */
  parts(id: string): Promise<UploadPart[]> {
    return this.dataSource.query(
      `SELECT start::float8 AS start, bytes::float8 AS bytes, object FROM asset_upload_parts
       WHERE upload_id = $1 ORDER BY start`,
      [id],
    );
  }

  /** Adds a part at the end of what has been received. @throws UploadChanged, TooManyParts */
  async add(id: string, { start, bytes, object }: UploadPart): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const runner = runnerOf(manager);
      await advance(runner, id, start, start + bytes);
      const { affected } = await runner.query(
        `INSERT INTO asset_upload_parts (upload_id, start, bytes, object)
         SELECT $1, $2, $3, $4 WHERE (
           SELECT count(*) FROM asset_upload_parts WHERE upload_id = $1) < ${MAX_PARTS}`,
        [id, start, bytes, object],
        true,
      );
      if (affected !== 1) throw new TooManyParts();
    });
  }

  /**
   * Makes a complete upload an asset. Its last bytes count as received only now, so an upload is complete exactly
   * when its asset exists.
   *
   * @param received what had been received before the last bytes
   * @returns as `keepAsset`. The objects of the parts are not needed any longer.
   * @throws UploadChanged, KeyLimitExceeded
   */
  async finish(
    { id, size }: AssetUpload,
    received: number,
    file: NewAsset,
    by: Actor,
  ): Promise<KeptAsset> {
    return this.dataSource.transaction(async (manager) => {
      const runner = runnerOf(manager);
      await changeUsage(runner, by.keyId, { assets: 0, bytes: 0 });
      await advance(runner, id, received, size);
      const reserved = { assets: 1, bytes: size };
      const kept = await keepAsset(runner, file, by, this.config.limits, reserved);
      await runner.query('DELETE FROM asset_upload_parts WHERE upload_id = $1', [id]);
      await runner.query('UPDATE asset_uploads SET asset_id = $2 WHERE id = $1', [
        id,
        kept.asset.id,
      ]);
      return kept;
    });
  }

  /** Removes an upload, apart from the objects of its parts. @returns false if there was none */
  async remove(id: string): Promise<boolean> {
    return this.removeIf(id, () => true);
  }

  /** Removes an upload that another request has not changed. @returns false if there was none */
  async removeAt(id: string, received: number): Promise<boolean> {
    return this.removeIf(id, (upload) => upload.received === received);
  }

  /** Whether another request has added to an upload, or finished it. */
  async isPast(id: string, received: number): Promise<boolean> {
    const upload = await this.find(id);
    return upload !== null && upload.received > received;
  }

  /** Removes uploads that took too long, and the rows of finished ones. @returns their IDs */
  async removeExpired(most: number): Promise<string[]> {
    // The first condition is that of the index.
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM asset_uploads
       WHERE created_at <= now() - interval '${EMPTY_UPLOAD_HOURS} hours' AND NOT ${IS_CURRENT}
       ORDER BY created_at LIMIT $1`,
      [most],
    );
    const removed: string[] = [];
    for (const { id } of rows) {
      // A request may have begun to send its bytes since.
      if (await this.removeIf(id, ({ isCurrent }) => !isCurrent)) removed.push(id);
    }
    return removed;
  }

  private removeIf(id: string, isWanted: (upload: LockedUpload) => boolean): Promise<boolean> {
    return this.dataSource.transaction((manager) => removeUpload(runnerOf(manager), id, isWanted));
  }
}

/** @throws UploadChanged if the upload is elsewhere than expected */
async function advance(runner: QueryRunner, id: string, from: number, to: number): Promise<void> {
  const { affected } = await runner.query(
    `UPDATE asset_uploads SET received = $3
     WHERE id = $1 AND received = $2 AND size >= $3 AND asset_id IS NULL`,
    [id, from, to],
    true,
  );
  if (affected !== 1) throw new UploadChanged();
}

interface LockedUpload extends Pick<AssetUpload, 'size' | 'received' | 'assetId'> {
  readonly isCurrent: boolean;
}

async function removeUpload(
  runner: QueryRunner,
  id: string,
  isWanted: (upload: LockedUpload) => boolean,
): Promise<boolean> {
  const [owner] = (await runner.query('SELECT key_id AS "keyId" FROM asset_uploads WHERE id = $1', [
    id,
  ])) as { keyId: string }[];
  if (!owner) return false;
  await changeUsage(runner, owner.keyId, { assets: 0, bytes: 0 });
  // An upload that becomes an asset at the same time holds the same lock.
  const [upload] = (await runner.query(
    `SELECT size::float8 AS size, received::float8 AS received, asset_id AS "assetId",
       ${IS_CURRENT} AS "isCurrent" FROM asset_uploads WHERE id = $1 FOR UPDATE`,
    [id],
  )) as LockedUpload[];
  if (!upload || !isWanted(upload)) return false;
  await runner.query('DELETE FROM asset_uploads WHERE id = $1', [id]);
  if (upload.assetId === null) {
    await changeUsage(runner, owner.keyId, { assets: -1, bytes: -upload.size });
  }
  return true;
}
