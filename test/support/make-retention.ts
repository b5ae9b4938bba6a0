import type { DataSource } from 'typeorm';
import type { Config } from '../../src/config/types.js';
import { AssetFiles } from '../../src/engine/assets/asset-files.js';
import { AssetStore } from '../../src/engine/assets/asset-store.js';
import { JobStore } from '../../src/engine/jobs/job-store.js';
import type { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import type { ObjectStore } from '../../src/engine/storage/object-store.js';
import { VideoFiles } from '../../src/engine/storage/video-files.js';
import { Removals } from '../../src/retention/removals.js';
import { RetentionService } from '../../src/retention/retention.service.js';

interface Parts {
  readonly config: Config;
  readonly dataSource: DataSource;
  readonly queue: RenderQueue;
  readonly store: ObjectStore;
}

/** Retention without the rest of the service. Its passes run only when a test asks. */
export function makeRetention({ config, dataSource, queue, store }: Parts) {
  const jobs = new JobStore(dataSource, queue, config);
  const assets = new AssetStore(dataSource, config);
  const removals = new Removals(jobs, new VideoFiles(store), assets, new AssetFiles(store));
  return { jobs, assets, retention: new RetentionService(config, dataSource, queue, removals) };
}
