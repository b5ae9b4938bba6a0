import { JobFailure } from '../../core/job/job-failure.js';
import { markSpaces } from '../../core/text/mark-spaces.js';
import { approximateWords } from '../../core/timing/approximate-words.js';
import { isSpokenScript, fitWarnings, canBeSpokenIn } from '../../core/timing/fit-warnings.js';
import { trimGivenWords } from '../../core/timing/trim-given-words.js';
import { modelLanguages } from '../../core/timing/readings/script-language.js';
import { normalizeWordTimes } from '../../core/timing/normalize-word-times.js';
import type { TimedWord, TimingMethod, WordTiming } from '../../core/timing/types.js';
import { findPauses, SPEECH_SAMPLE_RATE } from '../../core/timing/voice-activity.js';
import { type TimeInterval } from '../../core/timing/types.js';
import { writtenWords } from '../../core/timing/written-words.js';
import type { AlignmentEngine } from '../alignment/alignment-engine.js';
import type { AlignedScript } from '../alignment/aligner.js';
import { recognizeSpeech } from '../recognition/recognize-speech.js';
import { RecognitionError, type Recognizer } from '../recognition/recognizer.js';
import { countCacheUse } from '../metrics/cache-use.js';
import type { TimingCache } from './timing-cache.js';

export interface TimingRequest {
  /** Mono at 16 kHz, -1 to 1. */
  readonly samples: Float32Array;
  /** The script; null: what an engine hears. */
  readonly text: string | null;
  /** BCP 47, or `auto`. */
  readonly language: string;
  /** Element to name when the words cannot be timed. */
  readonly pointer: string;
  readonly signal: AbortSignal;
}

export interface TimingEngines {
  readonly aligner: AlignmentEngine;
  /** Null: none is configured. */
  readonly recognizer: Recognizer | null;
  /** Null: nothing is kept. */
  readonly cache: TimingCache | null;
}

/** Changes when word times would come out otherwise than before. */
const REVISION = 6;
/** Stands for the element in warnings that are kept: the next job has the same sound elsewhere. */
const ELEMENT = '\uFFFF';
const HOW_TO_HELP =
  'Give the script as "text", or the words with their times as "words", on the audio or the subtitles element, ' +
  'or a caption file as "captions" on the latter; ' +
  'or let the operator set VIDEOCRAFT_RECOGNITION_URL to a speech recognition engine, or ' +
  'VIDEOCRAFT_RECOGNITION_MODEL to a speech model ("videocraft models list" names them).';

/** Says which words are spoken when. */
export class WordTimer {
  constructor(private readonly engines: TimingEngines) {}

  /** The engines it has, by name, for whoever asks how the service is. */
  describe(): {
    readonly alignment: readonly string[];
    readonly recognition: { readonly engine: string; readonly model: string } | null;
  } {
    const { recognizer } = this.engines;
    return {
      alignment: ['en', 'fr'],
      recognition: recognizer && { engine: recognizer.engine, model: recognizer.model },
    };
  }

  /**
   * Word times, from the script or from what an engine hears.
   *
   * @throws JobFailure TIMING_UNAVAILABLE when nothing it is given leads to word times
   */
  async time(request: TimingRequest): Promise<WordTiming> {
    const { text } = request;
    const engine = text === null ? await this.engineRevision(request) : null;
    const found = await this.remembered(request, engine ?? null, () =>
      text === null ? this.hear(request) : this.follow(request, text),
    );
    const words = text === null ? found.words : markSpaces(found.words, text);
    return { ...found, words, warnings: naming(request.pointer, found.warnings) };
  }

  /**
   * Word times of a text that belongs to these seconds whether or not it is said in them: where it
   * cannot be aligned, its words share the time by syllables.
   */
  async timeWithin(request: TimingRequest & { readonly text: string }): Promise<WordTiming> {
    return this.remembered(request, 'within', async () => {
      const { samples, text, language } = request;
      const written = writtenWords(text, language);
      const pauses = findPauses(samples);
      if (isSilent(samples, pauses)) return approximate(written, [], samples);
      const aligned = await this.align(request, written, language);
      // A cue is shown whole, whatever of it is said.
      return aligned && isWhole(aligned)
        ? timing(aligned.words, 'aligned')
        : approximate(written, pauses, samples);
    });
  }

  private async remembered(
    { samples, text, language }: TimingRequest,
    way: string | null,
    find: () => Promise<WordTiming>,
  ): Promise<WordTiming> {
    const { cache } = this.engines;
    const key = cache?.keyOf(samples, [REVISION, text, language, way]);
    const known = key ? await cache?.find(key) : null;
    if (key) countCacheUse('words', Boolean(known));
    if (known) return known;
    const found = await find();
    if (key) await cache?.keep(key, found);
    return found;
  }

  async close(): Promise<void> {
    await this.engines.aligner.close();
    await this.engines.recognizer?.close();
  }

  private async engineRevision({ pointer }: TimingRequest): Promise<string | undefined> {
    try {
      return await this.engines.recognizer?.revision();
    } catch (error) {
      throw asUnavailable(error, pointer);
    }
  }

  /** From the script. */
  private async follow(request: TimingRequest, text: string): Promise<WordTiming> {
    const { samples, language, pointer } = request;
    const pauses = findPauses(samples);
    if (isSilent(samples, pauses)) {
      throw unavailable('There is no speech in the sound to lay the script over.', pointer);
    }
    const written = writtenWords(text, language);
    const aligned = await this.align(request, written, language);
    if (aligned && isSpokenScript(aligned.fit)) {
      const warnings = fitWarnings(aligned.fit, written, ELEMENT);
      return { words: aligned.words, method: 'aligned', warnings };
    }
    const why =
      modelLanguages(language, text).length === 0
        ? `There is no model to align "${language}" with`
        : `The script at ${ELEMENT} does not seem to be what is said; check that it is, and its language`;
    return {
      ...approximate(written, pauses, samples),
      warnings: [`${why}. The times of the words at ${ELEMENT} are approximate.`],
    };
  }

  /** From what a recognition engine hears; its text is aligned, as its own times are rough. */
  private async hear(request: TimingRequest): Promise<WordTiming> {
    const { samples, language, pointer, signal } = request;
    const { recognizer } = this.engines;
    if (recognizer === null) {
      throw unavailable(`Nothing says which words are spoken. ${HOW_TO_HELP}`, pointer);
    }
    const pauses = findPauses(samples);
    if (isSilent(samples, pauses)) return timing([], 'recognized');
    try {
      const heard = await recognizeSpeech({ samples, pauses, language }, recognizer, signal);
      if (heard.written.length === 0) return timing([], 'recognized');
      const aligned = await this.align(request, heard.written, heard.language);
      if (aligned && isWhole(aligned)) {
        return timing(markSpaces(aligned.words, heard.text), 'recognized');
      }
      const durationMs = (samples.length / SPEECH_SAMPLE_RATE) * 1000;
      const own = heard.engineWords && trimGivenWords(heard.engineWords, durationMs, ELEMENT);
      if (own) {
        const words = markSpaces(normalizeWordTimes(own.words, durationMs), heard.text);
        return { ...timing(words, 'recognized'), warnings: own.warnings };
      }
      return {
        ...timing(
          markSpaces(approximate(heard.written, pauses, samples).words, heard.text),
          'approximate',
        ),
        warnings: [`The times of the words heard at ${ELEMENT} are approximate.`],
      };
    } catch (error) {
      throw asUnavailable(error, pointer);
    }
  }

  /** By the model of the language; where none is given, by the one that fits. */
  private async align(
    { samples, signal }: TimingRequest,
    written: readonly string[],
    language: string,
  ): Promise<AlignedScript | null> {
    if (!canBeSpokenIn(written, (samples.length / SPEECH_SAMPLE_RATE) * 1000)) return null;
    let best: AlignedScript | null = null;
    for (const model of modelLanguages(language, written.join(' '))) {
      const request = { samples, written, language: model };
      const aligned = await this.engines.aligner.align(request, signal);
      if (!best || aligned.fit.share > best.fit.share) best = aligned;
      if (isSpokenScript(best.fit)) return best;
    }
    return best;
  }
}

/** True when all words of the script are there, and most of them were heard. */
function isWhole({ fit }: AlignedScript): boolean {
  return isSpokenScript(fit) && fit.leftOut.length === 0;
}

/** Warnings with the pointer of the element; without it where there is only one recording. */
function naming(pointer: string, warnings: readonly string[]): string[] {
  return warnings.map((warning) =>
    pointer === ''
      ? warning.replaceAll(` at ${ELEMENT}`, '').replaceAll(ELEMENT, 'the recording')
      : warning.replaceAll(ELEMENT, pointer),
  );
}

function timing(words: readonly TimedWord[], method: TimingMethod): WordTiming {
  return { words, method, warnings: [] };
}

function approximate(
  written: readonly string[],
  pauses: readonly TimeInterval[],
  samples: Float32Array,
): WordTiming {
  const durationMs = (samples.length / SPEECH_SAMPLE_RATE) * 1000;
  return timing(approximateWords(written, pauses, durationMs), 'approximate');
}

/** True when there is nothing but pauses, or nothing at all. */
function isSilent(samples: Float32Array, pauses: readonly TimeInterval[]): boolean {
  if (samples.every((sample) => Math.abs(sample) < 1e-4)) return true;
  const durationMs = (samples.length / SPEECH_SAMPLE_RATE) * 1000;
  const silent = pauses.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  return durationMs - silent < 50;
}

/** What an engine's failure means for the job; other failures as they are. */
function asUnavailable(error: unknown, pointer: string): unknown {
  if (!(error instanceof RecognitionError)) return error;
  return unavailable(`${error.message} ${HOW_TO_HELP}`, pointer, error.cause);
}

function unavailable(message: string, pointer: string, cause?: unknown): JobFailure {
  return new JobFailure('TIMING_UNAVAILABLE', message, pointer, { cause });
}
