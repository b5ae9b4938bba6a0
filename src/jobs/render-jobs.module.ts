import { Module } from '@nestjs/common';
import { FontsModule } from '../engine/fonts/fonts.module.js';
import { JobStoreModule } from '../engine/jobs/job-store.module.js';
import { MetricsModule } from '../engine/metrics/metrics.module.js';
import { PipelineModule } from '../pipeline/pipeline.module.js';
import { JobRunner } from './job-runner.js';

/** Takes jobs from the queue and renders them. This is all that a worker needs. */
@Module({
  imports: [JobStoreModule, MetricsModule, FontsModule, PipelineModule],
  providers: [JobRunner],
})
export class RenderJobsModule {}
