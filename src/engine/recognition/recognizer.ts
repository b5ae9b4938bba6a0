import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { GivenWord } from '../../core/project/types/index.js';
import { decodedBody } from '../fetch/decoded-body.js';
import {
  OutboundClient,
  type OutboundClientSettings,
  discardBody,
} from '../fetch/outbound-client.js';
import { toFetchProblem } from '../fetch/to-fetch-problem.js';
import { explainToOperator } from '../fetch/explain-to-operator.js';
import { retryAfter } from '../fetch/status-problem.js';
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
  /** How it is connected to; directly when missing. */
  readonly door?: OutboundClientSettings;
}

const DIRECTLY: OutboundClientSettings = {
  allowedHosts: [],
  connectTimeoutMs: 10_000,
  idleTimeoutMs: 30_000,
  userAgent: 'VideoCraft',
  proxies: { http: null, https: null, except: [] },
};

const ATTEMPTS = 3;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;
const LONGEST_ANSWER_BYTES = 32 << 20;
const ENDPOINT = 'The host in VIDEOCRAFT_RECOGNITION_URL';

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
    const door = new OutboundClient(this.settings.door ?? DIRECTLY);
    try {
      for (let attempt = 1; ; attempt++) {
        const outcome = await this.attempt(door, this.form(wav, language), signal);
        if ('text' in outcome) return outcome;
        const { problem, cause, againAfterMs } = outcome;
        const last = againAfterMs === null || attempt === ATTEMPTS;
        const waitMs = Math.max(FIRST_WAIT_MS * 2 ** (attempt - 1), againAfterMs ?? 0);
        if (last || waitMs > LONGEST_WAIT_MS) throw new RecognitionError(problem, { cause });
        await wait(waitMs, undefined, { signal });
      }
    } finally {
      door.close();
    }
  }

  private async attempt(
    door: OutboundClient,
    form: FormData,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const { apiKey, timeoutMs } = this.settings;
    const timeout = AbortSignal.timeout(timeoutMs);
    // Undici writes the form; what it makes is sent by the door.
    const encoded = new Response(form);
    const type = encoded.headers.get('content-type') ?? '';
    const message = {
      headers: {
        'content-type': type,
        ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
      },
      body: Buffer.from(await encoded.arrayBuffer()),
    };
    try {
      const either = AbortSignal.any([signal, timeout]);
      const address = `${this.url.replace(/\/+$/, '')}/audio/transcriptions`;
      const response = await door.post(address, message, { signal: either, timeoutMs });
      return await read(response, timeoutMs);
    } catch (error) {
      signal.throwIfAborted();
      if (timeout.aborted) {
        const problem = 'The speech recognition engine did not answer in time.';
        return { problem, againAfterMs: null };
      }
      if (error instanceof RecognitionError) throw error;
      const why = toFetchProblem(error);
      const problem = `The speech recognition engine cannot be reached. ${explainToOperator(why, ENDPOINT)}`;
      return { problem, cause: why, againAfterMs: why.isTransient ? 0 : null };
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

/** What came of a request, or why nothing did. */
type Outcome =
  | Recognized
  | {
      readonly problem: string;
      readonly cause?: unknown;
      /** How long to wait before it is worth another try; null: it is not. */
      readonly againAfterMs: number | null;
    };

async function read(response: IncomingMessage, idleMs: number): Promise<Outcome> {
  const { statusCode = 0, headers } = response;
  if (statusCode >= 200 && statusCode < 300) return parseAnswer(await readText(response, idleMs));
  await discardBody(response);
  const problem = `The speech recognition engine answered ${statusCode}.`;
  if (statusCode !== 429 && statusCode < 500) return { problem, againAfterMs: null };
  return { problem, againAfterMs: retryAfter(headers['retry-after'], Date.now()) ?? 0 };
}

async function readText(response: IncomingMessage, idleMs: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const onSilence = () => response.destroy(new Error('nothing came'));
  for await (const chunk of decodedBody(response, { idleMs, onSilence })) {
    bytes += chunk.length;
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
