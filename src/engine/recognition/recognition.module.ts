import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import { createRecognizer } from './create-recognizer.js';
import type { Recognizer } from './recognizer.js';

/** Injection token of the configured `Recognizer`; null when none is configured. */
export const RECOGNIZER = Symbol('RECOGNIZER');

/** Connects the speech recognition engine that the operator configured. */
@Module({
  providers: [{ provide: RECOGNIZER, inject: [CONFIG], useFactory: createRecognizer }],
  exports: [RECOGNIZER],
})
export class RecognitionModule implements OnApplicationShutdown {
  constructor(@Inject(RECOGNIZER) private readonly recognizer: Recognizer | null) {}

  async onApplicationShutdown(): Promise<void> {
    await this.recognizer?.close();
  }
}
