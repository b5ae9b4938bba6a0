import { Test } from '@nestjs/testing';
import { ConfigModule } from '../../src/config/config.module.js';
import { loadConfig } from '../../src/config/load-config.js';
import type { AlignmentEngine } from '../../src/engine/alignment/alignment-engine.js';
import { ALIGN_ENGINE } from '../../src/engine/alignment/alignment.module.js';
import { RECOGNIZER } from '../../src/engine/recognition/recognition.module.js';
import type { Recognizer } from '../../src/engine/recognition/recognizer.js';
import { SubtitleTimingModule } from '../../src/engine/subtitle-timing/subtitle-timing.module.js';
import { SubtitleTimingService } from '../../src/engine/subtitle-timing/subtitle-timing.service.js';
import { TimingCache } from '../../src/engine/subtitle-timing/timing-cache.js';

export interface TimingParts {
  readonly aligner: AlignmentEngine;
  /** Null if none is configured. */
  readonly recognizer?: Recognizer | null;
  /** Null if nothing is cached. */
  readonly cache?: TimingCache | null;
}

/** The module of the service with the engines of a test. */
export async function timingService({
  aligner,
  recognizer = null,
  cache = null,
}: TimingParts): Promise<SubtitleTimingService> {
  const module = await Test.createTestingModule({
    imports: [
      ConfigModule.forRoot(loadConfig({ VIDEOCRAFT_RECOGNITION_MODEL: 'none' })),
      SubtitleTimingModule,
    ],
  })
    .overrideProvider(ALIGN_ENGINE)
    .useValue(aligner)
    .overrideProvider(RECOGNIZER)
    .useValue(recognizer)
    .overrideProvider(TimingCache)
    .useValue(cache)
    .compile();
  return module.get(SubtitleTimingService);
}
