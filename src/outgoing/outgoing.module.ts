import { Module } from '@nestjs/common';
import { DestinationsModule } from '../engine/destinations/destinations.js';
import { JobQueriesModule } from '../engine/jobs/job-queries.module.js';
import { JobStoreModule } from '../engine/jobs/job-store.module.js';
import { LinksModule } from '../engine/links/link-signer.js';
import { MetricsModule } from '../engine/metrics/metrics.module.js';
import { StorageModule } from '../engine/storage/storage.module.js';
import { WebhooksEngineModule } from '../engine/webhooks/webhooks-engine.module.js';
import { DELIVERY_PACE, SLOWEST_DELIVERY } from './delivery-pace.js';
import { FileDeliverer } from './file-deliverer.js';
import { OutgoingFigures } from './outgoing-figures.js';
import { OutgoingRunner } from './outgoing-runner.js';
import { WebhookPayload } from './webhook-payload.js';
import { WebhookSender } from './webhook-sender.js';

/** Sends webhooks, and delivers finished videos. */
@Module({
  imports: [
    DestinationsModule,
    JobQueriesModule,
    JobStoreModule,
    LinksModule,
    MetricsModule,
    StorageModule,
    WebhooksEngineModule,
  ],
  providers: [
    { provide: DELIVERY_PACE, useValue: SLOWEST_DELIVERY },
    FileDeliverer,
    OutgoingFigures,
    OutgoingRunner,
    WebhookPayload,
    WebhookSender,
  ],
})
export class OutgoingModule {}
