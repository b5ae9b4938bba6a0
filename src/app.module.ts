import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from './audit/audit.module.js';
import { ConfigModule } from './config/config.module.js';
import type { Config } from './config/types.js';
import { EngineModule } from './engine/engine.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { logModule } from './logging/log-module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { PipelineModule } from './pipeline/pipeline.module.js';
import type { RenderEngines } from './pipeline/render-context.js';
import { RequestGuardsModule } from './bootstrap/request-guards.module.js';
import { SecurityModule } from './security/security.module.js';
import { TemplatesModule } from './templates/templates.module.js';
import { VideosModule } from './videos/videos.module.js';

/** Wiring only. */
@Module({})
export class AppModule {
  static forRoot(
    config: Config,
    databaseUrl: string,
    engines: RenderEngines,
    logLevel: string,
  ): DynamicModule {
    return {
      module: AppModule,
      imports: [
        logModule(logLevel),
        ConfigModule.forRoot(config),
        EngineModule.forRoot(databaseUrl),
        PipelineModule.forRoot(engines),
        HttpModule,
        SecurityModule,
        RequestGuardsModule,
        HealthModule,
        MetricsModule,
        JobsModule,
        VideosModule,
        TemplatesModule,
        AuditModule,
      ],
    };
  }
}
