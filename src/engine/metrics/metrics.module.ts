import { Module } from '@nestjs/common';
import { JobQueriesModule } from '../jobs/job-queries.module.js';
import { Metrics } from './metrics.js';

@Module({ imports: [JobQueriesModule], providers: [Metrics], exports: [Metrics] })
export class MetricsModule {}
