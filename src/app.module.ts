import { type DynamicModule, Module } from '@nestjs/common';
import { AssetsModule } from './assets/assets.module.js';
import { AgentsModule } from './bootstrap/agents/agents.module.js';
import { AuditModule } from './audit/audit.module.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './engine/database/database.module.js';
import { SweeperModule } from './engine/storage/sweeper.module.js';
import { FleetModule } from './engine/fleet/fleet.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LostAttemptsModule } from './jobs/lost-attempts.module.js';
import { logModule } from './bootstrap/log-module.js';
import { MetricsEndpointModule } from './metrics/metrics-endpoint.module.js';
import { RequestGuardsModule } from './bootstrap/request-guards.module.js';
import { RetentionModule } from './retention/retention.module.js';
import { SecurityModule } from './security/security.module.js';
import { TemplatesModule } from './templates/templates.module.js';
import { PreviewsModule } from './previews/previews.module.js';
import { VideosModule } from './videos/videos.module.js';
import { OutgoingModule } from './outgoing/outgoing.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';
import type { ProcessOptions } from './worker.module.js';

/** The process of the service: the API, and what supervises the worker processes. */
@Module({})
export class AppModule {
  static forRoot({
    config,
    databaseUrl,
    directDatabaseUrl,
    logLevel,
  }: ProcessOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        logModule(logLevel, config.logFormat),
        ConfigModule.forRoot(config),
        DatabaseModule.forRoot(databaseUrl, directDatabaseUrl),
        FleetModule,
        HttpModule,
        SecurityModule,
        RequestGuardsModule,
        HealthModule,
        MetricsEndpointModule,
        JobsModule,
        VideosModule,
        PreviewsModule,
        TemplatesModule,
        AssetsModule,
        WebhooksModule,
        AuditModule,
        AgentsModule,
        RetentionModule,
        OutgoingModule,
        LostAttemptsModule,
        SweeperModule,
      ],
    };
  }
}
