import { Inject, Injectable } from '@nestjs/common';
import { markSpaces } from '../../core/text/mark-spaces.js';
import { modelLanguages } from '../../core/timing/readings/script-language.js';
import type { WordTiming } from '../../core/timing/types.js';
import { writtenWords } from '../../core/timing/written-words.js';
import { countCacheUse } from '../metrics/cache-use.js';
import { AlignedTiming } from './aligned-timing.js';
import { ApproximateTiming } from './approximate-timing.js';
import { GivenTiming, type GivenWords } from './given-timing.js';
import { RecognizedTiming } from './recognized-timing.js';
import { analyzeSpeech } from './speech.js';
import { TimingCache } from './timing-cache.js';
import { ELEMENT, type TimingRequest } from './timing-request.js';
import { timingUnavailable } from './timing-unavailable.js';

/** Changes when the same request may get other word times than before. */
const REVISION = 6;

const NOTHING_SPOKEN: WordTiming = { words: [], method: 'recognized', warnings: [] };

/**
 * Finds out when each word is spoken. This is the one place that chooses between the ways to do it:
 * given times, alignment, recognition and approximation.
 */
@Injectable()
export class SubtitleTimingService {
  constructor(
    private readonly given: GivenTiming,
    private readonly aligned: AlignedTiming,
    private readonly recognized: RecognizedTiming,
    private readonly approximate: ApproximateTiming,
    /** Null: nothing is cached. */
    @Inject(TimingCache) private readonly cache: TimingCache | null,
  ) {}

  /** The languages that can be aligned, and the recognizer, for the health report. */
  describe(): {
    readonly alignment: readonly string[];
    readonly recognition: { readonly engine: string; readonly model: string } | null;
  } {
    return { alignment: ['en', 'fr'], recognition: this.recognized.describe() };
  }

  /** Word times from a list that already has them. */
  timeGiven(words: GivenWords): WordTiming {
    return this.given.time(words);
  }

  /**
   * Word times of speech: by aligning the script, or by recognition when there is no script.
   *
   * @throws JobFailure TIMING_UNAVAILABLE when neither leads to word times
   */
  async time(request: TimingRequest): Promise<WordTiming> {
    const { text } = request;
    const recognizer = text === null ? await this.recognized.revision(request) : null;
    const found = await this.cached(request, recognizer, () =>
      text === null ? this.fromRecognition(request) : this.fromScript(request, text),
    );
    const words = text === null ? found.words : markSpaces(found.words, text);
    return { ...found, words, warnings: withPointer(found.warnings, request.pointer) };
  }

  /**
   * Word times of a text that is shown for exactly this time, whether or not it is spoken. If it cannot
   * be aligned, its words share the time by their syllables.
   */
  timeWithin(request: TimingRequest & { readonly text: string }): Promise<WordTiming> {
    return this.cached(request, 'within', async () => {
      const { samples, text, language, signal } = request;
      const written = writtenWords(text, language);
      const speech = analyzeSpeech(samples);
      if (speech.isSilent) return this.approximate.time(written, { ...speech, pauses: [] });
      return (
        (await this.aligned.timeWhole({ written, language }, speech, signal)) ??
        this.approximate.time(written, speech)
      );
    });
  }

  private async fromScript(request: TimingRequest, text: string): Promise<WordTiming> {
    const { samples, language, pointer, signal } = request;
    const speech = analyzeSpeech(samples);
    if (speech.isSilent) {
      throw timingUnavailable('There is no speech in the sound to lay the script over.', pointer);
    }
    const written = writtenWords(text, language);
    const aligned = await this.aligned.time({ written, language }, speech, signal);
    if (aligned) return aligned;
    const why =
      modelLanguages(language, text).length === 0
        ? `There is no model to align "${language}" with`
        : `The script at ${ELEMENT} does not seem to be what is said; check that it is, and its language`;
    const warnings = [`${why}. The times of the words at ${ELEMENT} are approximate.`];
    return { ...this.approximate.time(written, speech), warnings };
  }

  /** The recognized text is aligned, because the recognizer's own times are rough. */
  private async fromRecognition(request: TimingRequest): Promise<WordTiming> {
    const speech = analyzeSpeech(request.samples);
    const heard = await this.recognized.recognize(request, speech);
    if (heard === null) return NOTHING_SPOKEN;
    const exact =
      (await this.aligned.timeWhole(heard, speech, request.signal)) ??
      this.recognized.time(heard, speech);
    if (exact) {
      return { ...exact, words: markSpaces(exact.words, heard.text), method: 'recognized' };
    }
    const rough = this.approximate.time(heard.written, speech);
    return {
      ...rough,
      words: markSpaces(rough.words, heard.text),
      warnings: [`The times of the words heard at ${ELEMENT} are approximate.`],
    };
  }

  private async cached(
    { samples, text, language }: TimingRequest,
    variant: string | null,
    find: () => Promise<WordTiming>,
  ): Promise<WordTiming> {
    const { cache } = this;
    if (cache === null) return find();
    const key = cache.keyOf(samples, [REVISION, text, language, variant]);
    const known = await cache.find(key);
    countCacheUse('words', known !== null);
    if (known) return known;
    const found = await find();
    await cache.keep(key, found);
    return found;
  }
}

/** Names the element in cached warnings; an empty pointer means that there is one recording only. */
function withPointer(warnings: readonly string[], pointer: string): string[] {
  return warnings.map((warning) =>
    pointer === ''
      ? warning.replaceAll(` at ${ELEMENT}`, '').replaceAll(ELEMENT, 'the recording')
      : warning.replaceAll(ELEMENT, pointer),
  );
}
