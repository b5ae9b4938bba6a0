import { Inject, Injectable } from '@nestjs/common';
import { markSpaces } from '../../core/text/mark-spaces.js';
import { modelLanguages } from '../../core/timing/readings/script-language.js';
import type { WordTiming } from '../../core/timing/types.js';
import { writtenWords } from '../../core/timing/written-words.js';
import { countCacheUse } from '../figures/cache-use.js';
import { AlignedTiming } from './aligned-timing.js';
import { ApproximateTiming } from './approximate-timing.js';
import { GivenTiming, type GivenWords } from './given-timing.js';
import { type ChosenRecognizer, RecognizedTiming } from './recognized-timing.js';
import { analyzeSpeech } from './speech.js';
import { TimingCache } from './timing-cache.js';
import { ELEMENT, type TimingRequest } from './timing-request.js';
import { timingUnavailable } from './timing-unavailable.js';

/**
 * Increase it when the same request may get different word times.
 * test/structure/cache-versions.spec.ts notices.
 */
export const REVISION = 6;

const NOTHING_SPOKEN: WordTiming = { words: [], method: 'recognized', warnings: [] };

/**
 * Finds when each word is spoken. Only this service chooses between the strategies: given times, alignment,
 * recognition, and approximation.
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

  /** Describes the languages that can be aligned, and the recognizer, for the health report. */
  describe(): {
    readonly alignment: readonly string[];
    readonly recognition: { readonly engine: string; readonly model: string } | null;
  } {
    return { alignment: ['en', 'fr'], recognition: this.recognized.describe() };
  }

  /** Returns the word times of a list that already has them. */
  timeGiven(words: GivenWords): WordTiming {
    return this.given.time(words);
  }

  /**
   * Finds the word times of speech: by alignment with a script, or by recognition without one.
   *
   * @throws JobFailure TIMING_UNAVAILABLE when neither works, and STORAGE_FULL when a speech model does not fit
   */
  async time(request: TimingRequest): Promise<WordTiming> {
    const { text } = request;
    if (text === null) return this.timeRecognized(request);
    const timing = await this.cached(request, null, () => this.fromScript(request, text));
    const words = markSpaces(timing.words, text);
    return { ...timing, words, warnings: withPointer(timing.warnings, request.pointer) };
  }

  private async timeRecognized(request: TimingRequest): Promise<WordTiming> {
    const chosen = await this.recognized.choose(request);
    const timing = await this.cached(request, chosen?.revision ?? null, () =>
      this.fromRecognition(request, chosen),
    );
    const warnings = withPointer(timing.warnings, request.pointer);
    if (timing.words.length === 0 || chosen === null) return { ...timing, warnings };
    // Not cached: the same words may come from a model that the operator named.
    return { ...timing, warnings: [...chosen.warnings, ...warnings] };
  }

  /**
   * Finds the word times of a text that is shown for exactly this time, whether or not it is spoken. If it
   * cannot be aligned, its syllables share the time evenly.
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
      throw timingUnavailable('The sound contains no speech to align the script with.', pointer);
    }
    const written = writtenWords(text, language);
    const aligned = await this.aligned.time({ written, language }, speech, signal);
    if (aligned) return aligned;
    const reason =
      modelLanguages(language, text).length === 0
        ? `The language "${language}" cannot be aligned.`
        : `The script at ${ELEMENT} does not seem to match the speech. Check the script and its language.`;
    const warnings = [`${reason} The word times at ${ELEMENT} are approximate.`];
    return { ...this.approximate.time(written, speech), warnings };
  }

  /** Aligns the recognized text, because the times of a recognizer are rough. */
  private async fromRecognition(
    request: TimingRequest,
    chosen: ChosenRecognizer | null,
  ): Promise<WordTiming> {
    const speech = analyzeSpeech(request.samples);
    const recognized = await this.recognized.recognize(request, speech, chosen);
    if (recognized === null) return NOTHING_SPOKEN;
    const exact =
      (await this.aligned.timeWhole(recognized, speech, request.signal)) ??
      this.recognized.time(recognized, speech);
    if (exact) {
      return { ...exact, words: markSpaces(exact.words, recognized.text), method: 'recognized' };
    }
    const rough = this.approximate.time(recognized.written, speech);
    return {
      ...rough,
      words: markSpaces(rough.words, recognized.text),
      warnings: [`The times of the recognized words at ${ELEMENT} are approximate.`],
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
    const cached = await cache.find(key);
    countCacheUse('words', cached !== null);
    if (cached) return cached;
    const timing = await find();
    await cache.keep(key, timing);
    return timing;
  }
}

/** Replaces the placeholder in cached warnings. An empty pointer stands for the only recording. */
function withPointer(warnings: readonly string[], pointer: string): string[] {
  return warnings.map((warning) =>
    pointer === ''
      ? warning.replaceAll(` at ${ELEMENT}`, '').replaceAll(ELEMENT, 'the recording')
      : warning.replaceAll(ELEMENT, pointer),
  );
}
