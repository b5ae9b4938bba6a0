import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { AlignmentModule } from '../alignment/alignment.module.js';
import { SharedCaches } from '../storage/shared-caches.js';
import { StorageModule } from '../storage/storage.module.js';
import { RecognitionModule } from '../recognition/recognition.module.js';
import { AlignedTiming } from './aligned-timing.js';
import { ApproximateTiming } from './approximate-timing.js';
import { GivenTiming } from './given-timing.js';
import { RecognizedTiming } from './recognized-timing.js';
import { SubtitleTimingService } from './subtitle-timing.service.js';
import { TimingCache } from './timing-cache.js';

/** Finds word times, with one provider for each strategy. */
@Module({
  imports: [AlignmentModule, RecognitionModule, StorageModule],
  providers: [
    GivenTiming,
    AlignedTiming,
    RecognizedTiming,
    ApproximateTiming,
    {
      provide: TimingCache,
      inject: [CONFIG, SharedCaches],
      useFactory: ({ dataDir }: Config, shared: SharedCaches) =>
        new TimingCache(join(dataDir, 'cache', 'words'), shared.tier('words')),
    },
    SubtitleTimingService,
  ],
  exports: [SubtitleTimingService],
})
export class SubtitleTimingModule {}
