import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import { createRecognizer } from './create-recognizer.js';
import type { Recognizer, RecognizerChoice } from './recognizer.js';

/** Injection token of the configured `Recognizer` or `RecognizerChoice`; null when there is none. */
export const RECOGNIZER = Symbol('RECOGNIZER');

/** Connects the speech recognition engine that the operator configured. */
@Module({
  providers: [{ provide: RECOGNIZER, inject: [CONFIG], useFactory: createRecognizer }],
  exports: [RECOGNIZER],
})
export class RecognitionModule implements OnApplicationShutdown {
  constructor(
    @Inject(RECOGNIZER) private readonly recognizer: Recognizer | RecognizerChoice | null,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.recognizer?.close();
  }
}
