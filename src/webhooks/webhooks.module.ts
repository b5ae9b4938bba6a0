import { Module } from '@nestjs/common';
import { JobQueriesModule } from '../engine/jobs/job-queries.module.js';
import { JobStoreModule } from '../engine/jobs/job-store.module.js';
import { WebhooksEngineModule } from '../engine/webhooks/webhooks-engine.module.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksService } from './webhooks.service.js';

/** The routes below `/webhooks`. */
@Module({
  imports: [JobQueriesModule, JobStoreModule, WebhooksEngineModule],
  controllers: [WebhooksController],
  providers: [WebhooksService],
})
export class WebhooksModule {}
