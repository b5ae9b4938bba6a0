import { join } from 'node:path';
import { Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { FileCache } from '../files/file-cache.js';
import { warnOfReaders } from '../files/operator-file.js';
import { SharedCaches } from '../storage/shared-caches.js';
import { StorageModule } from '../storage/storage.module.js';
import { createVoiceBook } from './create-engines.js';
import { readSpeechFile } from './speech-file.js';
import { SpeechService } from './speech.service.js';

/** Connects the voice engines that the operator configured. */
@Module({
  imports: [StorageModule],
  providers: [
    {
      provide: SpeechService,
      inject: [CONFIG, SharedCaches],
      useFactory: async (config: Config, shared: SharedCaches) => {
        const { dataDir, cache, voices } = config;
        const book = await createVoiceBook(config);
        if (voices.file !== null) await warnOfReaders(voices.file, new Logger(SpeechService.name));
        const isWhole = async (path: string) => (await readSpeechFile(path)) !== null;
        const folder = join(dataDir, 'cache', 'voices');
        const tier = shared.tier('voices');
        return new SpeechService(book, new FileCache(folder, cache.voicesMaxBytes, isWhole, tier));
      },
    },
  ],
  exports: [SpeechService],
})
export class SpeechModule implements OnApplicationShutdown {
  constructor(private readonly speech: SpeechService) {}

  async onApplicationShutdown(): Promise<void> {
    await this.speech.close();
  }
}
