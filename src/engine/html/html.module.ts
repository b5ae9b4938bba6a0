import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { FileCache } from '../files/file-cache.js';
import { FontCatalog } from '../fonts/font-catalog.js';
import { FontsModule } from '../fonts/fonts.module.js';
import { SharedCaches } from '../storage/shared-caches.js';
import { StorageModule } from '../storage/storage.module.js';
import { HtmlService } from './html.service.js';
import { readPicture } from './picture-file.js';

/** Pictures of pages are small, and quickly drawn again. */
const CACHE_BYTES = 1 << 30;

/** Draws HTML with the browser that the operator named. It is started only when it is needed. */
@Module({
  imports: [FontsModule, StorageModule],
  providers: [
    {
      provide: HtmlService,
      inject: [CONFIG, FontCatalog, SharedCaches],
      useFactory: (config: Config, catalog: FontCatalog, shared: SharedCaches) => {
        const { browser, dataDir, ffmpeg, production } = config;
        const isWhole = async (path: string) => (await readPicture(path)) !== null;
        const folder = join(dataDir, 'cache', 'pages');
        const cache = new FileCache(folder, CACHE_BYTES, isWhole, shared.tier('pages'));
        const searchPath = process.env['PATH'] ?? '';
        const { confinement } = ffmpeg;
        return new HtmlService({ browser, confinement, searchPath, production }, catalog, cache);
      },
    },
  ],
  exports: [HtmlService],
})
export class HtmlModule {}
