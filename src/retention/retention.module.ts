import { Module } from '@nestjs/common';
import { AssetStoreModule } from '../engine/assets/asset-store.module.js';
import { JobStoreModule } from '../engine/jobs/job-store.module.js';
import { StorageModule } from '../engine/storage/storage.module.js';
import { Removals } from './removals.js';
import { RetentionService } from './retention.service.js';

/** Removes what the operator does not keep. */
@Module({
  imports: [AssetStoreModule, JobStoreModule, StorageModule],
  providers: [Removals, RetentionService],
})
export class RetentionModule {}
