import { Module } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { FontCatalogue } from './font-catalogue.js';
import { HarfbuzzShaper } from './harfbuzz-shaper.js';

/** Loads the installed fonts when the application starts. */
@Module({
  providers: [
    {
      provide: FontCatalogue,
      inject: [CONFIG],
      useFactory: ({ fontsDir }: Config) => FontCatalogue.load(fontsDir),
    },
    HarfbuzzShaper,
  ],
  exports: [FontCatalogue, HarfbuzzShaper],
})
export class FontsModule {}
