import { Module } from '@nestjs/common';
import { FfmpegModule } from '../engine/ffmpeg/ffmpeg.module.js';
import { FontsModule } from '../engine/fonts/fonts.module.js';
import { MediaModule } from '../engine/media/media.module.js';
import { RenderModule } from '../engine/render/render.module.js';
import { HtmlModule } from '../engine/html/html.module.js';
import { SpeechModule } from '../engine/speech/speech.module.js';
import { SubtitleTimingModule } from '../engine/subtitle-timing/subtitle-timing.module.js';
import { PlanRenderer } from './plan-renderer.js';
import { RendererService } from './renderer.service.js';
import { StillRenderer } from './still-renderer.js';
import { ChunkRenderer } from './spread/chunk-renderer.js';
import { SourcesService } from './sources/sources.service.js';
import { VideoPlanner } from './video-planner.js';

/** Renders video configs. Independent of HTTP, jobs, and the database. */
@Module({
  imports: [
    FfmpegModule,
    FontsModule,
    MediaModule,
    RenderModule,
    HtmlModule,
    SpeechModule,
    SubtitleTimingModule,
  ],
  providers: [
    SourcesService,
    VideoPlanner,
    PlanRenderer,
    RendererService,
    StillRenderer,
    ChunkRenderer,
  ],
  exports: [
    SourcesService,
    VideoPlanner,
    PlanRenderer,
    RendererService,
    StillRenderer,
    ChunkRenderer,
  ],
})
export class PipelineModule {}
