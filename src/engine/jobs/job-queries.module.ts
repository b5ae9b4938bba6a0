import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobQueries } from './job-queries.js';
import { JobEntity } from './job.entity.js';

/** Reads jobs. It needs no queue, so what only reads does not start one. */
@Module({
  imports: [TypeOrmModule.forFeature([JobEntity])],
  providers: [JobQueries],
  exports: [JobQueries],
})
export class JobQueriesModule {}
