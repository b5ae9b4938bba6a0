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
    {
      // Without a decorator: commands that start without the framework use the class.
      provide: HarfbuzzShaper,
      inject: [FontCatalog],
      useFactory: (fonts: FontCatalog) => new HarfbuzzShaper(fonts),
    },
  ],
  exports: [FontCatalog, HarfbuzzShaper],
})
export class FontsModule {}
