import { type DynamicModule, Global, Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { BatchStore } from './jobs/batch-store.js';
import { dataSourceOptions } from './database/data-source.js';
import { AuditLog } from './audit/audit-log.js';
import { JobQueries } from './jobs/job-queries.js';
import { JobStore } from './jobs/job-store.js';
import { Metrics } from './metrics/metrics.js';
import { RenderQueue } from './jobs/render-queue.js';
import { TemplateStore } from './templates/template-store.js';

/** Database, queue and jobs, for every feature. */
@Global()
@Module({})
export class EngineModule {
  /** @param url of a migrated database */
  static forRoot(url: string): DynamicModule {
    return {
      module: EngineModule,
      imports: [TypeOrmModule.forRoot(dataSourceOptions(url))],
      providers: [
        {
          provide: RenderQueue,
          useFactory: async () => {
            const logger = new Logger(RenderQueue.name);
            const queue = new RenderQueue(url, (error) => logger.error(error.message));
            await queue.start();
            return queue;
          },
        },
        {
          provide: JobStore,
          inject: [DataSource, RenderQueue],
          useFactory: (dataSource: DataSource, queue: RenderQueue) =>
            new JobStore(dataSource, queue),
        },
        {
          provide: JobQueries,
          inject: [DataSource],
          useFactory: (dataSource: DataSource) => new JobQueries(dataSource),
        },
        {
          provide: Metrics,
          inject: [JobQueries],
          useFactory: (queries: JobQueries) => new Metrics(queries),
        },
        {
          provide: TemplateStore,
          inject: [DataSource],
          useFactory: (dataSource: DataSource) => new TemplateStore(dataSource),
        },
        {
          provide: BatchStore,
          inject: [DataSource],
          useFactory: (dataSource: DataSource) => new BatchStore(dataSource),
        },
        {
          provide: AuditLog,
          inject: [DataSource],
          useFactory: (dataSource: DataSource) => new AuditLog(dataSource),
        },
      ],
      exports: [RenderQueue, JobStore, JobQueries, AuditLog, Metrics, TemplateStore, BatchStore],
    };
  }
}
