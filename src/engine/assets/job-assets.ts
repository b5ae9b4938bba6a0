import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OBJECT_STORE, type ObjectStore } from '../storage/object-store.js';

/** The assets that jobs use. */
@Injectable()
export class JobAssets {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /**
   * Copies an asset of the owner of a job to a new file. An asset that was deleted after the job was accepted is
   * still there.
   *
   * @returns false if there is no such asset
   */
  async fetch(
    jobId: string,
    assetId: string,
    target: string,
    signal: AbortSignal,
  ): Promise<boolean> {
    const [row] = await this.dataSource.query<{ object: string }[]>(
      `SELECT object FROM assets JOIN asset_contents USING (sha256)
       WHERE assets.id = $2 AND key_id = (SELECT key_id FROM jobs WHERE id = $1)
         AND (deleted_at IS NULL
           OR EXISTS (SELECT 1 FROM job_assets WHERE job_id = $1 AND asset_id = assets.id))`,
      [jobId, assetId],
    );
    return row !== undefined && (await this.store.fetch(row.object, target, signal));
  }
}
