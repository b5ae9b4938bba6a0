import { Inject, Injectable } from '@nestjs/common';
import { trimGivenWords } from '../../core/timing/trim-given-words.js';
import { normalizeWordTimes } from '../../core/timing/normalize-word-times.js';
import type { WordTiming } from '../../core/timing/types.js';
import { type RecognizedSpeech, recognizeSpeech } from '../recognition/recognize-speech.js';
import { RECOGNIZER } from '../recognition/recognition.module.js';
import { RecognitionError, type Recognizer } from '../recognition/recognizer.js';
import type { Speech } from './speech.js';
import { ELEMENT, type TimingRequest } from './timing-request.js';
import { HOW_TO_HELP, timingUnavailable } from './timing-unavailable.js';

/** Asks the configured recognizer which words are spoken. */
@Injectable()
export class RecognizedTiming {
  constructor(@Inject(RECOGNIZER) private readonly recognizer: Recognizer | null) {}

  /** The engine and the model of the recognizer; null when none is configured. */
  describe(): { readonly engine: string; readonly model: string } | null {
    return this.recognizer && { engine: this.recognizer.engine, model: this.recognizer.model };
  }

  /** Changes when the recognizer may recognize other words than before; null: no recognizer. */
  async revision({ pointer }: TimingRequest): Promise<string | null> {
    try {
      return (await this.recognizer?.revision()) ?? null;
    } catch (error) {
      throw asUnavailable(error, pointer);
    }
  }

  /**
   * The spoken words, without exact times.
   *
   * @returns null when nothing is spoken
   * @throws JobFailure TIMING_UNAVAILABLE when no recognizer is configured, or it fails
   */
  async recognize(request: TimingRequest, speech: Speech): Promise<RecognizedSpeech | null> {
    const { language, pointer, signal } = request;
    if (this.recognizer === null) {
      throw timingUnavailable(`Nothing says which words are spoken. ${HOW_TO_HELP}`, pointer);
    }
    const { samples, pauses, isSilent } = speech;
    if (isSilent) return null;
    try {
      const heard = await recognizeSpeech({ samples, pauses, language }, this.recognizer, signal);
      return heard.written.length === 0 ? null : heard;
    } catch (error) {
      throw asUnavailable(error, pointer);
    }
  }

  /** The recognizer's own times, which are rough; null when they do not fit its words. */
  time({ engineWords }: RecognizedSpeech, { durationMs }: Speech): WordTiming | null {
    if (engineWords === null) return null;
    const { words, warnings } = trimGivenWords(engineWords, durationMs, ELEMENT);
    return { words: normalizeWordTimes(words, durationMs), method: 'recognized', warnings };
  }
}

/** A failure of the recognizer as a failure of the job; other errors unchanged. */
function asUnavailable(error: unknown, pointer: string): unknown {
  if (!(error instanceof RecognitionError)) return error;
  return timingUnavailable(`${error.message} ${HOW_TO_HELP}`, pointer, error.cause);
}
