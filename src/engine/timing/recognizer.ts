import { setTimeout as wait } from 'node:timers/promises';
import type { GivenWord } from '../../core/project/types.js';
import { wavOf } from './wav.js';

/** What an engine heard. */
export interface Recognized {
  readonly text: string;
  /** BCP 47 or a name of the language, as the engine tells it; null when it does not. */
  readonly language: string | null;
  /** The engine's own word times; empty when it gives none. */
  readonly words: readonly GivenWord[];
}

/** Turns speech into text. */
export interface Recognizer {
  readonly engine: 'http' | 'local';
  /** The model by name. */
  readonly model: string;
  /** The longest sound it takes at once. */
  readonly longestPartMs: number;
  /**
   * Names what the text depends on besides the sound.
   *
   * @throws RecognitionError when the engine cannot be used
   */
  revision(): Promise<string>;
  /**
   * @param samples mono at 16 kHz
   * @param language BCP 47, or `auto`
   * @throws RecognitionError when the engine cannot be used
   */
  recognize(samples: Float32Array, language: string, signal: AbortSignal): Promise<Recognized>;
  close(): Promise<void>;
}

/** An engine failed; the message is for the person who reads the job and holds no address or key. */
export class RecognitionError extends Error {}

export interface HttpSettings {
  readonly apiKey: string | null;
  readonly model: string;
  readonly timeoutMs: number;
}

const ATTEMPTS = 3;
const FIRST_WAIT_MS = 500;
const LONGEST_ANSWER_BYTES = 32 << 20;

/**
 * Recognition by an endpoint that speaks OpenAI's `POST /audio/transcriptions`: a hosted one, or one
 * of the servers that imitate it. The address is the operator's and is trusted.
 */
export class HttpRecognizer implements Recognizer {
  readonly engine = 'http';
  /** Endpoints take files of a bounded size: ten minutes are 19 MB. */
  readonly longestPartMs = 600_000;
  readonly model: string;

  constructor(
    private readonly url: string,
    private readonly settings: HttpSettings,
  ) {
    this.model = settings.model;
  }

  async revision(): Promise<string> {
    return `${this.url} ${this.model}`;
  }

  async close(): Promise<void> {}

  async recognize(
    samples: Float32Array,
    language: string,
    signal: AbortSignal,
  ): Promise<Recognized> {
    const wav = wavOf(samples);
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.attempt(wav, language, signal);
      if ('text' in outcome) return outcome;
      if (!outcome.again || attempt === ATTEMPTS) throw new RecognitionError(outcome.problem);
      await wait(FIRST_WAIT_MS * 2 ** (attempt - 1), undefined, { signal });
    }
  }

  private async attempt(
    wav: Buffer,
    language: string,
    signal: AbortSignal,
  ): Promise<Recognized | { problem: string; again: boolean }> {
    const timeout = AbortSignal.timeout(this.settings.timeoutMs);
    try {
      const response = await fetch(`${this.url.replace(/\/+$/, '')}/audio/transcriptions`, {
        method: 'POST',
        headers: this.settings.apiKey
          ? { authorization: `Bearer ${this.settings.apiKey}` }
          : undefined,
        body: this.form(wav, language),
        redirect: 'error',
        signal: AbortSignal.any([signal, timeout]),
      });
      const body = await readBounded(response);
      if (response.ok) return parseAnswer(body);
      const again = response.status === 429 || response.status >= 500;
      return { problem: `The speech recognition engine answered ${response.status}.`, again };
    } catch (error) {
      signal.throwIfAborted();
      if (timeout.aborted) {
        return { problem: 'The speech recognition engine did not answer in time.', again: false };
      }
      if (error instanceof RecognitionError) throw error;
      return { problem: 'The speech recognition engine cannot be reached.', again: true };
    }
  }

  private form(wav: Buffer, language: string): FormData {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(wav)], { type: 'audio/wav' }), 'speech.wav');
    form.set('model', this.settings.model);
    form.set('response_format', 'verbose_json');
    form.append('timestamp_granularities[]', 'word');
    // The endpoint takes two-letter codes.
    if (language !== 'auto') form.set('language', language.split('-')[0]!);
    return form;
  }
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += (chunk as Uint8Array).length;
    if (bytes > LONGEST_ANSWER_BYTES) {
      throw new RecognitionError('The answer of the speech recognition engine is too long.');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** `verbose_json`: `{text, language?, words?: [{word, start, end}]}`, times in seconds. */
function parseAnswer(body: string): Recognized {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    answer = null;
  }
  const { text, language, words } = (answer ?? {}) as Record<string, unknown>;
  if (typeof text !== 'string') {
    throw new RecognitionError('The speech recognition engine did not answer with a text.');
  }
  return {
    text: text.trim(),
    language: typeof language === 'string' ? language : null,
    words: Array.isArray(words) ? words.flatMap(readWord) : [],
  };
}

function readWord(value: unknown): GivenWord[] {
  const { word, start, end } = (value ?? {}) as Record<string, unknown>;
  if (typeof word !== 'string' || typeof start !== 'number' || typeof end !== 'number') return [];
  if (word.trim() === '' || !(start >= 0) || !(end >= start)) return [];
  return [{ text: word.trim(), startMs: Math.round(start * 1000), endMs: Math.round(end * 1000) }];
}
