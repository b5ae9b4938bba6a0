import { Module } from '@nestjs/common';
import { JobStoreModule } from '../engine/jobs/job-store.module.js';
import { StorageModule } from '../engine/storage/storage.module.js';
import { AttemptFolders } from './attempt-folders.js';
import { LostAttempts } from './lost-attempts.js';
import { LostWorkers } from './lost-workers.js';

/** Deals with the jobs of worker processes that died. */
@Module({
  imports: [JobStoreModule, StorageModule],
  providers: [AttemptFolders, LostAttempts, LostWorkers],
  exports: [LostAttempts],
})
export class LostAttemptsModule {}
