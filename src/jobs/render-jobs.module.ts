import { type DynamicModule, Module } from '@nestjs/common';
import { FontsModule } from '../engine/fonts/fonts.module.js';
import { JobStoreModule } from '../engine/jobs/job-store.module.js';
import { WORKER_LINK, type WorkerLink } from '../engine/workers/messages.js';
import { PipelineModule } from '../pipeline/pipeline.module.js';
import { JobRunner } from './job-runner.js';

/** Takes jobs from the queue and renders them. This is all that a worker needs. */
@Module({})
export class RenderJobsModule {
  static forRoot(link: WorkerLink): DynamicModule {
    return {
      module: RenderJobsModule,
      imports: [JobStoreModule, FontsModule, PipelineModule],
      providers: [JobRunner, { provide: WORKER_LINK, useValue: link }],
    };
  }
}
