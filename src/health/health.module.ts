import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { FleetModule } from '../engine/fleet/fleet.module.js';
import { FfmpegModule } from '../engine/ffmpeg/ffmpeg.module.js';
import { HtmlModule } from '../engine/html/html.module.js';
import { JobQueriesModule } from '../engine/jobs/job-queries.module.js';
import { RenderModule } from '../engine/render/render.module.js';
import { StorageModule } from '../engine/storage/storage.module.js';
import { SpeechModule } from '../engine/speech/speech.module.js';
import { SubtitleTimingModule } from '../engine/subtitle-timing/subtitle-timing.module.js';
import { WorkersModule } from '../engine/workers/workers.module.js';
import { ShutdownModule } from '../http/requests/shutdown.js';
import { HealthController } from './health.controller.js';
import { HealthDetailsService } from './health-details.service.js';
import { HealthService } from './health.service.js';

/** The health routes. */
@Module({
  imports: [
    TerminusModule.forRoot({ logger: false }),
    JobQueriesModule,
    FfmpegModule,
    RenderModule,
    HtmlModule,
    SpeechModule,
    SubtitleTimingModule,
    WorkersModule,
    FleetModule,
    ShutdownModule,
    StorageModule,
  ],
  controllers: [HealthController],
  providers: [HealthService, HealthDetailsService],
})
export class HealthModule {}
