import { Module } from '@nestjs/common';
import { FleetModule } from '../fleet/fleet.module.js';
import { JobQueriesModule } from '../jobs/job-queries.module.js';
import { WorkersModule } from '../workers/workers.module.js';
import { Metrics } from './metrics.js';

@Module({
  imports: [FleetModule, JobQueriesModule, WorkersModule],
  providers: [Metrics],
  exports: [Metrics],
})
export class MetricsModule {}
