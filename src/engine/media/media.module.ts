import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { FfmpegModule } from '../ffmpeg/ffmpeg.module.js';
import { FfmpegService } from '../ffmpeg/ffmpeg.service.js';
import { FileCache } from '../files/file-cache.js';
import { SharedCaches } from '../storage/shared-caches.js';
import { StorageModule } from '../storage/storage.module.js';
import { isNotEmpty, MediaStore } from './store/media-store.js';

/** Fetches sources, and caches what is decoded from them. */
@Module({
  imports: [FfmpegModule, StorageModule],
  providers: [
    {
      provide: MediaStore,
      inject: [CONFIG, SharedCaches, FfmpegService],
      useFactory: (
        { dataDir, sources, cache }: Config,
        shared: SharedCaches,
        ffmpeg: FfmpegService,
      ) => {
        const folder = join(dataDir, 'cache', 'sources');
        const tier = shared.tier('sources');
        const files = new FileCache(folder, cache.sourcesMaxBytes, isNotEmpty, tier);
        const own = new FileCache(folder, cache.sourcesMaxBytes, isNotEmpty);
        return new MediaStore(sources, files, ffmpeg.tools.fingerprint, own);
      },
    },
  ],
  exports: [MediaStore],
})
export class MediaModule {}
