import { Module } from '@nestjs/common';
import { JobQueriesModule } from '../engine/jobs/job-queries.module.js';
import { JobStoreModule } from '../engine/jobs/job-store.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { SubtitlesController } from './subtitles.controller.js';
import { TranscriptService } from './transcript.service.js';
import { VideosController } from './videos.controller.js';
import { VideosService } from './videos.service.js';

@Module({
  imports: [SubmissionsModule, JobStoreModule, JobQueriesModule],
  controllers: [VideosController, SubtitlesController],
  providers: [VideosService, TranscriptService],
})
export class VideosModule {}
