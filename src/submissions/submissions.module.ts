import { Module } from '@nestjs/common';
import { FontsModule } from '../engine/fonts/fonts.module.js';
import { TemplateStoreModule } from '../engine/templates/template-store.module.js';
import { SubmissionsService } from './submissions.service.js';

/** Turns requests for videos into configs, for all routes that create jobs. */
@Module({
  imports: [FontsModule, TemplateStoreModule],
  providers: [SubmissionsService],
  exports: [SubmissionsService],
})
export class SubmissionsModule {}
