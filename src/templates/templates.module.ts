import { Module } from '@nestjs/common';
import { JobStoreModule } from '../engine/jobs/job-store.module.js';
import { TemplateStoreModule } from '../engine/templates/template-store.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { BatchesController } from './batches.controller.js';
import { BatchesService } from './batches.service.js';
import { TemplatesController } from './templates.controller.js';
import { TemplatesService } from './templates.service.js';

@Module({
  imports: [SubmissionsModule, JobStoreModule, TemplateStoreModule],
  controllers: [TemplatesController, BatchesController],
  providers: [TemplatesService, BatchesService],
})
export class TemplatesModule {}
