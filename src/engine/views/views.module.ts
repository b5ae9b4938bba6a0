import { availableParallelism } from 'node:os';
import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { createViewEngine, VIEW_ENGINE, type ViewEngine } from './view-engine.js';

/** Owns the threads that sample moving pictures. */
@Module({
  providers: [{ provide: VIEW_ENGINE, useFactory: () => createViewEngine(availableParallelism()) }],
  exports: [VIEW_ENGINE],
})
export class ViewsModule implements OnApplicationShutdown {
  constructor(@Inject(VIEW_ENGINE) private readonly engine: ViewEngine) {}

  async onApplicationShutdown(): Promise<void> {
    await this.engine.close();
  }
}
