import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { FileCache } from '../files/file-cache.js';
import { isNotEmpty, MediaStore } from './store/media-store.js';

/** Fetches sources, and caches what is decoded from them. */
@Module({
  providers: [
    {
      provide: MediaStore,
      inject: [CONFIG],
      useFactory: ({ dataDir, sources, cache }: Config) => {
        const folder = join(dataDir, 'cache', 'sources');
        return new MediaStore(sources, new FileCache(folder, cache.sourcesMaxBytes, isNotEmpty));
      },
    },
  ],
  exports: [MediaStore],
})
export class MediaModule {}
