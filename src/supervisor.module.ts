import { type DynamicModule, Module } from '@nestjs/common';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './engine/database/database.module.js';
import { SweeperModule } from './engine/storage/sweeper.module.js';
import { FfmpegModule } from './engine/ffmpeg/ffmpeg.module.js';
import { FleetModule } from './engine/fleet/fleet.module.js';
import { MetricsModule } from './engine/metrics/metrics.module.js';
import { RenderModule } from './engine/render/render.module.js';
import { WorkersModule } from './engine/workers/workers.module.js';
import { logModule } from './bootstrap/log-module.js';
import { LostAttemptsModule } from './jobs/lost-attempts.module.js';
import { OutgoingModule } from './outgoing/outgoing.module.js';
import type { ProcessOptions } from './worker.module.js';

/** The supervisor of worker processes, without the API. */
@Module({})
export class SupervisorModule {
  static forRoot({
    config,
    databaseUrl,
    directDatabaseUrl,
    logLevel,
  }: ProcessOptions): DynamicModule {
    return {
      module: SupervisorModule,
      imports: [
        logModule(logLevel, config.logFormat),
        ConfigModule.forRoot(config),
        DatabaseModule.forRoot(databaseUrl, directDatabaseUrl),
        FleetModule,
        FfmpegModule,
        RenderModule,
        MetricsModule,
        WorkersModule,
        OutgoingModule,
        LostAttemptsModule,
        SweeperModule,
      ],
    };
  }
}
