import { ModelChild } from '../models/model-child.js';
import { RecognitionError } from './recognizer.js';
import type { RecognizedTokens, SherpaEngineOptions } from './sherpa-engine.js';
import type { RecognitionRequest } from './sherpa-process.js';

/** The built program; its source cannot run on its own. */
const PROGRAM = new URL('./sherpa-process.js', import.meta.url);

/** A child process that recognizes one part of speech at a time. */
export class RecognitionChild extends ModelChild<RecognitionRequest, RecognizedTokens> {
  constructor(options: SherpaEngineOptions, timeoutMs: number, program: URL = PROGRAM) {
    super({
      program,
      options,
      timeoutMs,
      errorOf: (problem) => new RecognitionError(problem),
      unusable: 'The speech recognition model cannot be used.',
      slow: 'The speech recognition model takes too long.',
    });
  }
}
