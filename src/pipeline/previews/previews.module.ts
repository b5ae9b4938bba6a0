import { Module } from '@nestjs/common';
import { FfmpegModule } from '../../engine/ffmpeg/ffmpeg.module.js';
import { FontsModule } from '../../engine/fonts/fonts.module.js';
import { RenderModule } from '../../engine/render/render.module.js';
import { StorageModule } from '../../engine/storage/storage.module.js';
import { PipelineModule } from '../pipeline.module.js';
import { PreviewEngine } from './preview-engine.js';

/** Makes previews. Independent of HTTP, jobs, and the database. */
@Module({
  imports: [PipelineModule, FfmpegModule, FontsModule, RenderModule, StorageModule],
  providers: [PreviewEngine],
  exports: [PreviewEngine],
})
export class PreviewEngineModule {}
