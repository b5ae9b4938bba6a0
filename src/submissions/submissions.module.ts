import { Module } from '@nestjs/common';
import { SubmissionsService } from './submissions.service.js';

/** Turns requests for videos into configs, for all routes that create jobs. */
@Module({ providers: [SubmissionsService], exports: [SubmissionsService] })
export class SubmissionsModule {}
