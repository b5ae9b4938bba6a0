import { Inject, Injectable } from '@nestjs/common';
import { MissingAbility, NEEDS } from '../../core/job/missing-ability.js';
import { trimGivenWords } from '../../core/timing/trim-given-words.js';
import { normalizeWordTimes } from '../../core/timing/normalize-word-times.js';
import type { WordTiming } from '../../core/timing/types.js';
import { type RecognizedSpeech, recognizeSpeech } from '../recognition/recognize-speech.js';
import { RECOGNIZER } from '../recognition/recognition.module.js';
import { RecognitionError, type Recognizer } from '../recognition/recognizer.js';
import type { Speech } from './speech.js';
import { ELEMENT, type TimingRequest } from './timing-request.js';
import { TIMING_ADVICE, timingUnavailable } from './timing-unavailable.js';

/** Asks the configured recognizer which words are spoken. */
@Injectable()
export class RecognizedTiming {
  constructor(@Inject(RECOGNIZER) private readonly recognizer: Recognizer | null) {}

  /** The engine and the model of the recognizer. Null if none is configured. */
  describe(): { readonly engine: string; readonly model: string } | null {
    return this.recognizer && { engine: this.recognizer.engine, model: this.recognizer.model };
  }

  /** Changes when the recognizer may return different words for the same speech. Null without a recognizer. */
  async revision({ pointer }: TimingRequest): Promise<string | null> {
    try {
      return (await this.recognizer?.revision()) ?? null;
    } catch (error) {
      throw toTimingUnavailable(error, pointer);
    }
  }

  /**
   * Returns the spoken words, without exact times.
   *
   * @returns null when nothing is spoken
   * @throws MissingAbility TIMING_UNAVAILABLE when no recognizer is configured
   * @throws JobFailure TIMING_UNAVAILABLE when it fails
   */
  async recognize(request: TimingRequest, speech: Speech): Promise<RecognizedSpeech | null> {
    const { language, pointer, signal } = request;
    if (this.recognizer === null) {
      throw new MissingAbility(
        [NEEDS.recognition],
        'TIMING_UNAVAILABLE',
        `The spoken words are unknown, and speech recognition is not enabled. ${TIMING_ADVICE}`,
        pointer,
      );
    }
    const { samples, pauses, isSilent } = speech;
    if (isSilent) return null;
    try {
      const recognized = await recognizeSpeech(
        { samples, pauses, language },
        this.recognizer,
        signal,
      );
      return recognized.written.length === 0 ? null : recognized;
    } catch (error) {
      throw toTimingUnavailable(error, pointer);
    }
  }

  /** The rough times of the recognizer. Null if they do not fit its words. */
  time({ engineWords }: RecognizedSpeech, { durationMs }: Speech): WordTiming | null {
    if (engineWords === null) return null;
    const { words, warnings } = trimGivenWords(engineWords, {
      durationMs,
      pointer: ELEMENT,
      within: 'recording',
    });
    return { words: normalizeWordTimes(words, durationMs), method: 'recognized', warnings };
  }
}

/** Converts a failure of the recognizer to a failure of the job. Returns other errors unchanged. */
function toTimingUnavailable(error: unknown, pointer: string): unknown {
  if (!(error instanceof RecognitionError)) return error;
  return timingUnavailable(`${error.message} ${TIMING_ADVICE}`, pointer, error.cause);
}
