import { Module } from '@nestjs/common';
import { JobEventsController } from './job-events.controller.js';
import { JobEventsService } from './job-events.service.js';
import { JobRunner } from './job-runner.js';
import { JobsController } from './jobs.controller.js';

@Module({
  controllers: [JobsController, JobEventsController],
  providers: [JobRunner, JobEventsService],
})
export class JobsModule {}
