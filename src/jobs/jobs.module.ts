import { Module } from '@nestjs/common';
import { AuditLogModule } from '../engine/audit/audit-log.module.js';
import { JobQueriesModule } from '../engine/jobs/job-queries.module.js';
import { JobStoreModule } from '../engine/jobs/job-store.module.js';
import { KeyStoreModule } from '../engine/keys/key-store.module.js';
import { ShutdownModule } from '../http/requests/shutdown.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { JobDeliveriesController } from './job-deliveries.controller.js';
import { JobEventsController } from './job-events.controller.js';
import { JobEventsService } from './job-events.service.js';
import { JobsController } from './jobs.controller.js';
import { JobsService } from './jobs.service.js';
import { RetryService } from './retry.service.js';

/** The routes below `/jobs`. */
@Module({
  imports: [
    JobStoreModule,
    JobQueriesModule,
    AuditLogModule,
    KeyStoreModule,
    ShutdownModule,
    SubmissionsModule,
  ],
  controllers: [JobsController, JobEventsController, JobDeliveriesController],
  providers: [JobEventsService, JobsService, RetryService],
  exports: [JobsService],
})
export class JobsModule {}
