import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OutgoingQueries } from '../outgoing/outgoing-queries.js';
import { JobQueries } from './job-queries.js';
import { JobEntity } from './job.entity.js';

/** Reads jobs, and what is sent for them. It needs no queue, so what only reads does not start one. */
@Module({
  imports: [TypeOrmModule.forFeature([JobEntity])],
  providers: [JobQueries, OutgoingQueries],
  exports: [JobQueries, OutgoingQueries],
})
export class JobQueriesModule {}
