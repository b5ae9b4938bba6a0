import { Module } from '@nestjs/common';
import { SubtitlesController } from './subtitles.controller.js';
import { TranscriptService } from './transcript.service.js';
import { VideosController } from './videos.controller.js';
import { VideosService } from './videos.service.js';

@Module({
  controllers: [VideosController, SubtitlesController],
  providers: [VideosService, TranscriptService],
})
export class VideosModule {}
