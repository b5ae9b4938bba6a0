import { Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DIRECT_DATABASE_URL } from '../database/database.module.js';
import { WorkerLock } from './worker-lock.js';

/** The ID and the lock of the worker that this process is. */
@Module({
  providers: [
    {
      provide: WorkerLock,
      inject: [DIRECT_DATABASE_URL],
      useFactory: async (url: string | null) => {
        const logger = new Logger(WorkerLock.name);
        const lock = new WorkerLock(url, (message) => logger.warn(message));
        await lock.start();
        return lock;
      },
    },
  ],
  exports: [WorkerLock],
})
export class WorkerLockModule implements OnApplicationShutdown {
  constructor(@Inject(WorkerLock) private readonly lock: WorkerLock) {}

  /** After the queue has stopped: until then, jobs run. */
  async onApplicationShutdown(): Promise<void> {
    await this.lock.stop();
  }
}
