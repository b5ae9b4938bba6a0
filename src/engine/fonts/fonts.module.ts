import { Module } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { FontCatalog } from './font-catalog.js';
import { HarfbuzzShaper } from './harfbuzz-shaper.js';

/** Loads the installed fonts when the application starts. */
@Module({
  providers: [
    {
      provide: FontCatalog,
      inject: [CONFIG],
      useFactory: ({ fontsDir, fontsMirror }: Config) => FontCatalog.load(fontsDir, fontsMirror),
    },
    HarfbuzzShaper,
  ],
  exports: [FontCatalog, HarfbuzzShaper],
})
export class FontsModule {}
