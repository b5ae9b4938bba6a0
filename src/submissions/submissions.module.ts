import { Module } from '@nestjs/common';
import { Submissions } from './submissions.service.js';

/** What requests for videos ask for, whichever route they take. */
@Module({ providers: [Submissions], exports: [Submissions] })
export class SubmissionsModule {}
