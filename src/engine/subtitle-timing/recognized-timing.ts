import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { MissingAbility, NEEDS } from '../../core/job/missing-ability.js';
import { trimGivenWords } from '../../core/timing/trim-given-words.js';
import { normalizeWordTimes } from '../../core/timing/normalize-word-times.js';
import type { WordTiming } from '../../core/timing/types.js';
import { type RecognizedSpeech, recognizeSpeech } from '../recognition/recognize-speech.js';
import { recognitionProblem } from '../recognition/recognition-problem.js';
import { RECOGNIZER } from '../recognition/recognition.module.js';
import {
  RecognitionError,
  type Recognizer,
  type RecognizerChoice,
} from '../recognition/recognizer.js';
import type { Speech } from './speech.js';
import { ELEMENT, type TimingRequest } from './timing-request.js';
import { TIMING_ADVICE, timingUnavailable } from './timing-unavailable.js';

/** The recognizer for a request. */
export interface ChosenRecognizer {
  readonly recognizer: Recognizer;
  /** Changes when it may return different words for the same speech. */
  readonly revision: string;
  /** What the author should know about the choice. */
  readonly warnings: readonly string[];
}

/** Asks the configured recognizer which words are spoken. */
@Injectable()
export class RecognizedTiming {
  constructor(
    @Inject(RECOGNIZER) private readonly recognizer: Recognizer | RecognizerChoice | null,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The engine and the model of the recognizer. Null if none is configured. */
  describe(): { readonly engine: string; readonly model: string } | null {
    return this.recognizer && { engine: this.recognizer.engine, model: this.recognizer.model };
  }

  /** The recognizer for the language of a request. Null without one. */
  async choose({ language, pointer }: TimingRequest): Promise<ChosenRecognizer | null> {
    const { recognizer } = this;
    if (recognizer === null) return null;
    try {
      const isChoice = 'choose' in recognizer;
      const chosen = isChoice ? await recognizer.choose(language) : recognizer;
      const revision = await chosen.revision();
      return { recognizer: chosen, revision, warnings: isChoice ? [choiceWarning(chosen)] : [] };
    } catch (error) {
      throw toTimingUnavailable(error, pointer);
    }
  }

  /**
   * Returns the spoken words, without exact times.
   *
   * @param chosen the recognizer, or null
   * @returns null when nothing is spoken
   * @throws MissingAbility TIMING_UNAVAILABLE without a recognizer
   * @throws JobFailure TIMING_UNAVAILABLE when it fails, and STORAGE_FULL when the disk has no room for its model
   */
  async recognize(
    request: TimingRequest,
    speech: Speech,
    chosen: ChosenRecognizer | null,
  ): Promise<RecognizedSpeech | null> {
    const { language, pointer, signal, onModel } = request;
    if (chosen === null) {
      const problem = recognitionProblem(this.config) ?? 'speech recognition is not enabled';
      throw new MissingAbility(
        [NEEDS.recognition],
        'TIMING_UNAVAILABLE',
        `The spoken words are unknown, and ${problem}. ${TIMING_ADVICE}`,
        pointer,
      );
    }
    const { samples, pauses, isSilent } = speech;
    if (isSilent) return null;
    try {
      await chosen.recognizer.prepare({ signal, onModel });
      const recognized = await recognizeSpeech(
        { samples, pauses, language },
        chosen.recognizer,
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

/** Another model may hear other words, so the author should know it. */
function choiceWarning({ model }: Recognizer): string {
  return (
    `The words are recognized by the speech model ${model}, which was chosen automatically. ` +
    'To choose another one, set VIDEOCRAFT_RECOGNITION_MODEL.'
  );
}

/** Converts a failure of the recognizer to a failure of the job. Returns other errors unchanged. */
function toTimingUnavailable(error: unknown, pointer: string): unknown {
  if (!(error instanceof RecognitionError)) return error;
  return timingUnavailable(`${error.message} ${TIMING_ADVICE}`, pointer, error.cause);
}
