import { type DynamicModule, Module } from '@nestjs/common';
import { ConfigModule } from './config/config.module.js';
import type { Config } from './config/types.js';
import { DatabaseModule } from './engine/database/database.module.js';
import type { WorkerLink } from './engine/workers/messages.js';
import { RenderJobsModule } from './jobs/render-jobs.module.js';
import { logModule } from './bootstrap/log-module.js';

/** The parameters of a process of the service. */
export interface ProcessOptions {
  readonly config: Config;
  /** The URL of a migrated database. */
  readonly databaseUrl: string;
  /** The same database without a pooler: the same URL if there is none, null if only the pooler is known. */
  readonly directDatabaseUrl: string | null;
  readonly logLevel: string;
}

/** A worker process: it renders jobs and serves nothing. */
@Module({})
export class WorkerModule {
  static forRoot(
    { config, databaseUrl, directDatabaseUrl, logLevel }: ProcessOptions,
    link: WorkerLink,
  ): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        logModule(logLevel, config.logFormat),
        ConfigModule.forRoot(config),
        DatabaseModule.forRoot(databaseUrl, directDatabaseUrl),
        RenderJobsModule.forRoot(link),
      ],
    };
  }
}
