import { Module } from '@nestjs/common';
import { SubmissionsService } from './submissions.service.js';

/** What requests for videos ask for, whichever route they take. */
@Module({ providers: [SubmissionsService], exports: [SubmissionsService] })
export class SubmissionsModule {}
