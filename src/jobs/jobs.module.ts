import { Module } from '@nestjs/common';
import { AuditLogModule } from '../engine/audit/audit-log.module.js';
import { JobQueriesModule } from '../engine/jobs/job-queries.module.js';
import { JobStoreModule } from '../engine/jobs/job-store.module.js';
import { KeyStoreModule } from '../engine/keys/key-store.module.js';
import { JobEventsController } from './job-events.controller.js';
import { JobEventsService } from './job-events.service.js';
import { JobsController } from './jobs.controller.js';

/** The routes below `/jobs`. */
@Module({
  imports: [JobStoreModule, JobQueriesModule, AuditLogModule, KeyStoreModule],
  controllers: [JobsController, JobEventsController],
  providers: [JobEventsService],
})
export class JobsModule {}
