import { availableParallelism } from 'node:os';
import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type AlignmentEngine, createAlignmentEngine } from './alignment-engine.js';

/** Injection token of the engine that aligns scripts to speech. */
export const ALIGN_ENGINE = Symbol('ALIGN_ENGINE');

/** Owns the threads that align scripts to speech: half of the cores, so that renders continue. */
@Module({
  providers: [
    {
      provide: ALIGN_ENGINE,
      useFactory: () => createAlignmentEngine(Math.max(1, Math.floor(availableParallelism() / 2))),
    },
  ],
  exports: [ALIGN_ENGINE],
})
export class AlignmentModule implements OnApplicationShutdown {
  constructor(@Inject(ALIGN_ENGINE) private readonly engine: AlignmentEngine) {}

  async onApplicationShutdown(): Promise<void> {
    await this.engine.close();
  }
}
