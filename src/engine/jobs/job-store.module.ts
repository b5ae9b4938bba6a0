import { type DynamicModule, type FactoryProvider, Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DATABASE_URL, DIRECT_DATABASE_URL } from '../database/database.module.js';
import { OutgoingQueue } from '../outgoing/outgoing-queue.js';
import { OutgoingStore } from '../outgoing/outgoing-store.js';
import { AttemptQueries } from './attempt-queries.js';
import { AttemptStore } from './attempt-store.js';
import { BatchStore } from './batch-store.js';
import { BatchEntity } from './batch.entity.js';
import { CertainJobs } from './certain-jobs.js';
import { JobStore } from './job-store.js';
import { RenderQueue } from './render-queue.js';
import { VoiceUsage } from './voice-usage.js';

function queueProvider(supervises: boolean): FactoryProvider<Promise<RenderQueue>> {
  return {
    provide: RenderQueue,
    inject: [DATABASE_URL, DIRECT_DATABASE_URL],
    useFactory: async (url: string, directUrl: string | null) => {
      const logger = new Logger(RenderQueue.name);
      const report = (error: Error) => logger.error(`The render queue failed: ${error.message}`);
      const queue = new RenderQueue(url, report, { directUrl, supervises });
      await queue.start();
      return queue;
    },
  };
}

const OUTGOING_QUEUE: FactoryProvider<OutgoingQueue> = {
  provide: OutgoingQueue,
  inject: [RenderQueue],
  useFactory: (queue: RenderQueue) => queue.outgoing,
};

const STORES = [
  JobStore,
  AttemptQueries,
  AttemptStore,
  CertainJobs,
  BatchStore,
  OutgoingStore,
  VoiceUsage,
];

/** Changes jobs and batches, and connects to the render queue. */
@Module({
  imports: [TypeOrmModule.forFeature([BatchEntity])],
  providers: [queueProvider(true), OUTGOING_QUEUE, ...STORES],
  exports: [RenderQueue, OutgoingQueue, ...STORES],
})
export class JobStoreModule {
  /** For a worker process, whose supervisor looks after the queue. */
  static forWorker(): DynamicModule {
    return { module: JobStoreModule, providers: [queueProvider(false)] };
  }
}
