import { Module } from '@nestjs/common';
import { JobQueriesModule } from '../engine/jobs/job-queries.module.js';
import { JobStoreModule } from '../engine/jobs/job-store.module.js';
import { StorageModule } from '../engine/storage/storage.module.js';
import { DownloadHoldsModule } from '../engine/retention/download-holds.js';
import { Downloads } from '../http/downloads/downloads.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { AuditLogModule } from '../engine/audit/audit-log.module.js';
import { LinksModule } from '../engine/links/link-signer.js';
import { LinksController } from './links.controller.js';
import { LinksService } from './links.service.js';
import { SubtitlesController } from './subtitles.controller.js';
import { TranscriptService } from './transcript.service.js';
import { VideosController } from './videos.controller.js';
import { VideosService } from './videos.service.js';

@Module({
  imports: [
    SubmissionsModule,
    JobStoreModule,
    JobQueriesModule,
    StorageModule,
    LinksModule,
    AuditLogModule,
    DownloadHoldsModule,
  ],
  controllers: [VideosController, SubtitlesController, LinksController],
  providers: [VideosService, TranscriptService, Downloads, LinksService],
  exports: [VideosService, TranscriptService],
})
export class VideosModule {}
