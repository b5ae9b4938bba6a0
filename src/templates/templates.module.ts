import { Module } from '@nestjs/common';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { BatchesController } from './batches.controller.js';
import { BatchesService } from './batches.service.js';
import { TemplatesController } from './templates.controller.js';
import { TemplatesService } from './templates.service.js';

@Module({
  imports: [SubmissionsModule],
  controllers: [TemplatesController, BatchesController],
  providers: [TemplatesService, BatchesService],
})
export class TemplatesModule {}
