import { Module } from '@nestjs/common';
import { JobRunner } from './job-runner.js';
import { JobsController } from './jobs.controller.js';

@Module({ controllers: [JobsController], providers: [JobRunner] })
export class JobsModule {}
