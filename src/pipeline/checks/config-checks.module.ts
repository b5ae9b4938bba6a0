import { availableParallelism } from 'node:os';
import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { FontsModule } from '../../engine/fonts/fonts.module.js';
import { parseSettings } from '../parse-config.js';
import { ConfigChecker } from './config-checker.js';

/** Two costly checks at once let a third client's check through as soon as one of them ends. */
const MAX_THREADS = 2;
/** Each waiting check holds a body of up to 1 MiB. */
const MAX_WAITING = 64;
const HEAP_MEGABYTES = 512;

/** Owns the threads that check configs. */
@Module({
  imports: [FontsModule],
  providers: [
    {
      provide: ConfigChecker,
      inject: [CONFIG, FontCatalog],
      useFactory: (config: Config, fonts: FontCatalog) =>
        new ConfigChecker(
          {
            families: fonts.families(),
            hasFontMirror: fonts.mirror !== null,
            fontsDir: config.fontsDir,
            ...parseSettings(config, false),
          },
          {
            timeoutMs: config.limits.validationMs,
            heapMegabytes: HEAP_MEGABYTES,
            threads: Math.min(MAX_THREADS, availableParallelism()),
            waiting: MAX_WAITING,
            waitMs: config.limits.validationMs,
          },
        ),
    },
  ],
  exports: [ConfigChecker],
})
export class ConfigChecksModule implements OnApplicationShutdown {
  constructor(private readonly checker: ConfigChecker) {}

  async onApplicationShutdown(): Promise<void> {
    await this.checker.close();
  }
}
