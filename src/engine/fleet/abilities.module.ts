import { Module } from '@nestjs/common';
import { FfmpegModule } from '../ffmpeg/ffmpeg.module.js';
import { FontsModule } from '../fonts/fonts.module.js';
import { RecognitionModule } from '../recognition/recognition.module.js';
import { RenderModule } from '../render/render.module.js';
import { HtmlModule } from '../html/html.module.js';
import { SpeechModule } from '../speech/speech.module.js';
import { Abilities } from './abilities.js';
import { WorkerLockModule } from '../workers/worker-lock.module.js';
import { WorkerRegistry } from './worker-registry.js';

/** What the worker of this process can do, and who else can do more. */
@Module({
  imports: [
    FfmpegModule,
    FontsModule,
    RecognitionModule,
    RenderModule,
    HtmlModule,
    SpeechModule,
    WorkerLockModule,
  ],
  providers: [Abilities, WorkerRegistry],
  exports: [Abilities, WorkerRegistry],
})
export class AbilitiesModule {}
