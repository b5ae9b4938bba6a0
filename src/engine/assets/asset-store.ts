import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG } from '../../config/config.module.js';
import type { Actor } from '../audit/audit-event.entity.js';
import { Conditions, type Position } from '../database/conditions.js';
import type { KeyLimits } from '../jobs/key-limits.js';
import { runnerOf } from '../database/transaction.js';
import type { Asset, KeptAsset, NewAsset } from './asset.js';
import { changeUsage } from './asset-usage.js';
import { COLUMNS, keepAsset } from './keep-asset.js';
import { purgeAsset } from './purge-asset.js';

export interface AssetFilter {
  /** Null: the assets of all keys. */
  readonly keyId: string | null;
  /** What names contain, in any case. */
  readonly name: string | null;
  /** Both ends are exclusive. */
  readonly createdAfter: Date | null;
  readonly createdBefore: Date | null;
}

/** Assets in Postgres. Their contents are in the object store. */
@Injectable()
export class AssetStore {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: { readonly limits: KeyLimits },
  ) {}

  /** Makes a stored file an asset of a key. @throws KeyLimitExceeded */
  keep(file: NewAsset, by: Actor): Promise<KeptAsset> {
    return this.dataSource.transaction((manager) =>
      keepAsset(runnerOf(manager), file, by, this.config.limits),
    );
  }

  async find(id: string): Promise<Asset | null> {
    const [asset] = await this.dataSource.query<Asset[]>(
      `SELECT ${COLUMNS} FROM assets WHERE id = $1 AND deleted_at IS NULL`,
      [id],
    );
    return asset ?? null;
  }

  /** The object of an asset that was found; null if it was deleted meanwhile. */
  async objectOf({ sha256 }: Asset): Promise<string | null> {
    const [row] = await this.dataSource.query<{ object: string }[]>(
      'SELECT object FROM asset_contents WHERE sha256 = $1',
      [sha256],
    );
    return row?.object ?? null;
  }

  /** The objects of assets of a key, by the IDs of the assets. */
  async objectsOf(ids: readonly string[], keyId: string): Promise<Record<string, string>> {
    const rows = await this.dataSource.query<{ id: string; object: string }[]>(
      `SELECT assets.id, object FROM assets JOIN asset_contents USING (sha256)
       WHERE assets.id = ANY($1::uuid[]) AND key_id = $2 AND deleted_at IS NULL`,
      [ids, keyId],
    );
    return Object.fromEntries(rows.map(({ id, object }) => [id, object]));
  }

  /** Which of these IDs are those of assets of a key. */
  async known(ids: readonly string[], keyId: string): Promise<ReadonlySet<string>> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      'SELECT id FROM assets WHERE id = ANY($1::uuid[]) AND key_id = $2 AND deleted_at IS NULL',
      [ids, keyId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Returns assets after a position, newest first. */
  async page(
    filter: AssetFilter,
    limit: number,
    after: Position | null,
  ): Promise<{ assets: readonly Asset[]; hasMore: boolean }> {
    const conditions = new Conditions('deleted_at IS NULL')
      .add('key_id =', filter.keyId)
      .add('created_at >', filter.createdAfter)
      .add('created_at <', filter.createdBefore)
      .addContains('name', filter.name)
      .addOlderThan('created_at', 'uuid', after);
    const { where, parameters } = conditions;
    const rows = await this.dataSource.query<Asset[]>(
      `SELECT ${COLUMNS} FROM assets ${where} ORDER BY created_at DESC, id DESC
       LIMIT ${conditions.parameter(limit + 1)}`,
      parameters,
    );
    return { assets: rows.slice(0, limit), hasMore: rows.length > limit };
  }

  /**
   * Deletes an asset. Its content stays while another asset has it, or a job waits for it.
   *
   * @returns the objects that nothing needs any longer; null if the asset did not exist
   */
  async remove({ id, keyId }: Asset, by: Actor): Promise<readonly string[] | null> {
    return this.dataSource.transaction(async (manager) => {
      const runner = runnerOf(manager);
      await changeUsage(runner, keyId, { assets: 0, bytes: 0 });
      const { records } = await runner.query(
        `WITH deleted AS (
           UPDATE assets SET deleted_at = now() WHERE id = $1 AND deleted_at IS NULL RETURNING *)
         INSERT INTO audit_events (key_id, owner_id, request_id, type, data)
         SELECT $2, key_id, $3, 'asset.deleted', jsonb_build_object('asset_id', id, 'bytes', bytes)
         FROM deleted RETURNING (data ->> 'bytes')::float8 AS bytes`,
        [id, by.keyId, by.requestId],
        true,
      );
      const [deleted] = records as { bytes: number }[];
      if (!deleted) return null;
      await changeUsage(runner, keyId, { assets: -1, bytes: -deleted.bytes });
      return purgeAsset(runner, id);
    });
  }

  /** Removes what is left of deleted assets that no job needs any longer. Returns the objects to remove. */
  async purge(most: number): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM assets WHERE deleted_at IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM job_assets JOIN jobs ON jobs.id = job_id
         WHERE asset_id = assets.id AND status IN ('pending', 'processing'))
       ORDER BY deleted_at LIMIT $1`,
      [most],
    );
    const objects: string[] = [];
    for (const { id } of rows) {
      objects.push(
        ...(await this.dataSource.transaction((manager) => purgeAsset(runnerOf(manager), id))),
      );
    }
    return objects;
  }

  /** Which of these objects no content has. */
  async unknownObjects(objects: readonly string[]): Promise<string[]> {
    const rows = await this.dataSource.query<{ object: string }[]>(
      `SELECT object FROM unnest($1::text[]) AS object
       WHERE NOT EXISTS (SELECT 1 FROM asset_contents AS known WHERE known.object = object.object)`,
      [objects],
    );
    return rows.map(({ object }) => object);
  }

  /** The number of assets of all keys and their size, with unfinished uploads. */
  async totals(): Promise<{ readonly assets: number; readonly bytes: number }> {
    const [totals] = await this.dataSource.query<[{ assets: number; bytes: number }]>(
      `SELECT COALESCE(sum(assets), 0)::float8 AS assets, COALESCE(sum(bytes), 0)::float8 AS bytes
       FROM asset_usage`,
    );
    return totals;
  }
}
