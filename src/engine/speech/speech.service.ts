import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { VoiceAllowance } from '../../core/job/voice-allowance.js';
import type { VoiceRequest } from '../../core/project/types/index.js';
import { countCacheUse } from '../figures/cache-use.js';
import type { FileCache } from '../files/file-cache.js';
import { type SpeakOptions, SpeechError, type SpokenAnswer } from './engines/speech-engine.js';
import { writeSpeechFile } from './speech-file.js';
import type { ChosenVoice, VoiceBook } from './voice-book.js';

/**
 * Raise it when the same request may get another sound from the same engine.
 * test/structure/cache-versions.spec.ts notices.
 */
export const SPEECH_VERSION = 1;

/** A sentence, and who speaks it how. */
export interface SentenceRequest {
  readonly chosen: ChosenVoice;
  readonly text: string;
  readonly speed: number;
  readonly pitch: number;
}

/** Speaks sentences, each once: the cache has what was spoken before. */
export class SpeechService {
  constructor(
    private readonly book: VoiceBook,
    private readonly cache: FileCache,
  ) {}

  /** The engines of this machine. */
  get engines(): VoiceBook['engines'] {
    return this.book.engines;
  }

  /** @throws VoiceUnavailable */
  choose(request: VoiceRequest): ChosenVoice {
    return this.book.choose(request);
  }

  /** The key of a sentence in the cache. @throws SpeechError */
  async keyOf({ chosen, text, speed, pitch }: SentenceRequest): Promise<string> {
    const { engine, voice, model, language } = chosen;
    const parts = [SPEECH_VERSION, await engine.revision(), voice, model, language, speed, pitch];
    return createHash('sha256')
      .update(JSON.stringify([...parts, text]))
      .digest('hex');
  }

  /**
   * Finds a sentence that was spoken before.
   *
   * @param workDir an existing folder in the data folder
   * @returns path of its file in that folder, for `readSpeechFile`, or null
   */
  async find(key: string, workDir: string): Promise<string | null> {
    const path = join(workDir, `sentence-${randomUUID()}`);
    const known = await this.cache.take(key, path);
    countCacheUse('voices', known);
    return known ? path : null;
  }

  /**
   * Speaks a sentence, without a look into the cache.
   *
   * @throws SpeechError, what the allowance throws, or the reason of the signal
   */
  async speak(
    { chosen, text, speed, pitch }: SentenceRequest,
    options: SpeakOptions & { readonly allowance?: VoiceAllowance | undefined },
  ): Promise<SpokenAnswer> {
    const { engine, voice, model, language } = chosen;
    await options.allowance?.take(text.length);
    try {
      return await engine.speak({ text, voice, model, language, speed, pitch }, options);
    } catch (error) {
      // A request that was aborted may have been paid for.
      if (error instanceof SpeechError) await options.allowance?.giveBack(text.length);
      throw error;
    }
  }

  /** Keeps a spoken sentence that is usable. @returns path as of {@link find} */
  async keep(key: string, answer: SpokenAnswer, workDir: string): Promise<string> {
    const path = join(workDir, `sentence-${randomUUID()}`);
    await writeSpeechFile(path, answer);
    await this.cache.keep(key, path);
    return path;
  }

  async close(): Promise<void> {
    await Promise.all(this.engines.map((engine) => engine.close()));
  }
}
