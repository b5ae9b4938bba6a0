import { Module } from '@nestjs/common';
import { JobStoreModule } from '../engine/jobs/job-store.module.js';
import { LostAttempts } from './lost-attempts.js';

/** Deals with the jobs of worker processes that died. */
@Module({ imports: [JobStoreModule], providers: [LostAttempts], exports: [LostAttempts] })
export class LostAttemptsModule {}
