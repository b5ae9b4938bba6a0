import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { FfmpegModule } from '../ffmpeg/ffmpeg.module.js';
import { FfmpegService } from '../ffmpeg/ffmpeg.service.js';
import { FileCache } from '../files/file-cache.js';
import { SharedCaches } from '../storage/shared-caches.js';
import { StorageModule } from '../storage/storage.module.js';
import { FontsModule } from '../fonts/fonts.module.js';
import { ViewsModule } from '../views/views.module.js';
import { chooseEncoder } from './setup/choose-encoder.js';
import { RenderFingerprint } from './setup/render-fingerprint.js';
import { MovingSegmentEncoder } from './encoders/moving-segment-encoder.js';
import { isIntactSegment } from './segments/segment-file.js';
import { SegmentFilters } from './segments/segment-filters.js';
import { SEGMENT_CACHE, SegmentRenderer } from './segments/segment-renderer.js';

import { isIntactSound, SOUND_CACHE, SoundEncoder } from './mp4/sound-encoder.js';

/** Renders segments and encodes sound, each with its cache in the data folder. */
@Module({
  imports: [FfmpegModule, FontsModule, StorageModule, ViewsModule],
  providers: [
    SegmentFilters,
    {
      provide: MovingSegmentEncoder,
      inject: [CONFIG, SegmentFilters, FfmpegService],
      useFactory: ({ ffmpeg: settings }: Config, filters: SegmentFilters, ffmpeg: FfmpegService) =>
        chooseEncoder(settings, filters, ffmpeg),
    },
    {
      provide: SEGMENT_CACHE,
      inject: [CONFIG, SharedCaches],
      useFactory: ({ dataDir, cache }: Config, shared: SharedCaches) => {
        const folder = join(dataDir, 'cache', 'segments');
        const tier = shared.tier('segments');
        return new FileCache(folder, cache.segmentsMaxBytes, isIntactSegment, tier);
      },
    },
    SegmentRenderer,
    RenderFingerprint,
    {
      provide: SOUND_CACHE,
      inject: [CONFIG, SharedCaches],
      useFactory: ({ dataDir, cache }: Config, shared: SharedCaches) => {
        const folder = join(dataDir, 'cache', 'sounds');
        return new FileCache(folder, cache.soundsMaxBytes, isIntactSound, shared.tier('sounds'));
      },
    },
    SoundEncoder,
  ],
  exports: [SegmentFilters, MovingSegmentEncoder, SegmentRenderer, RenderFingerprint, SoundEncoder],
})
export class RenderModule {}
