import { Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DATABASE_URL } from '../database/database.module.js';
import { BatchStore } from './batch-store.js';
import { BatchEntity } from './batch.entity.js';
import { JobStore } from './job-store.js';
import { RenderQueue } from './render-queue.js';

/** Changes jobs and batches, and connects to the render queue. */
@Module({
  imports: [TypeOrmModule.forFeature([BatchEntity])],
  providers: [
    {
      provide: RenderQueue,
      inject: [DATABASE_URL],
      useFactory: async (url: string) => {
        const logger = new Logger(RenderQueue.name);
        const queue = new RenderQueue(url, (error) =>
          logger.error(`The render queue failed: ${error.message}`),
        );
        await queue.start();
        return queue;
      },
    },
    JobStore,
    BatchStore,
  ],
  exports: [RenderQueue, JobStore, BatchStore],
})
export class JobStoreModule {}
