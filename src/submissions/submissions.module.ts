import { Module } from '@nestjs/common';
import { FontsModule } from '../engine/fonts/fonts.module.js';
import { TemplateStoreModule } from '../engine/templates/template-store.module.js';
import { Submissions } from './submissions.service.js';

/** What requests for videos ask for, whichever route they take. */
@Module({
  imports: [FontsModule, TemplateStoreModule],
  providers: [Submissions],
  exports: [Submissions],
})
export class SubmissionsModule {}
