import { Module } from '@nestjs/common';
import { TemplateStoreModule } from '../engine/templates/template-store.module.js';
import { ConfigChecksModule } from '../pipeline/checks/config-checks.module.js';
import { SubmissionsService } from './submissions.service.js';

/** Turns requests for videos into configs, for all routes that create jobs. */
@Module({
  imports: [ConfigChecksModule, TemplateStoreModule],
  providers: [SubmissionsService],
  exports: [SubmissionsService],
})
export class SubmissionsModule {}
