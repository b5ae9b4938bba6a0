import { encodeWav } from '../media/sound/encode-wav.js';
import { SPEECH_SAMPLE_RATE } from '../../core/timing/voice-activity.js';
import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { GivenWord } from '../../core/project/types/index.js';
import { decodedBody } from '../fetch/decoded-body.js';
import {
  discardBody,
  OutboundClient,
  type OutboundClientSettings,
} from '../fetch/outbound-client.js';
import { toFetchProblem } from '../fetch/to-fetch-problem.js';
import { explainToOperator } from '../fetch/explain-to-operator.js';
import { retryAfter } from '../fetch/retry-after.js';
import { RecognitionError, type RecognizedPart, type Recognizer } from './recognizer.js';

export interface HttpRecognizerSettings {
  readonly apiKey: string | null;
  readonly model: string;
  readonly timeoutMs: number;
  /** How to connect to the endpoint; directly when missing. */
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
const MAX_RESPONSE_BYTES = 32 << 20;
const ENDPOINT = 'The host in VIDEOCRAFT_RECOGNITION_URL';

/**
 * Recognizes speech with an endpoint that implements OpenAI's `POST /audio/transcriptions`. The address comes
 * from the operator and is trusted.
 */
export class HttpRecognizer implements Recognizer {
  readonly engine = 'http';
  /** Endpoints limit the size of files; ten minutes are 19 MB. */
  readonly longestPartMs = 600_000;
  readonly model: string;

  constructor(
    private readonly url: string,
    private readonly settings: HttpRecognizerSettings,
  ) {
    this.model = settings.model;
  }

  async revision(): Promise<string> {
    return `${this.url} ${this.model}`;
  }

  /** An endpoint needs nothing on this machine. */
  async prepare(): Promise<void> {}

  async close(): Promise<void> {}

  async recognize(
    samples: Float32Array,
    language: string,
    signal: AbortSignal,
  ): Promise<RecognizedPart> {
    const wav = encodeWav(samples, SPEECH_SAMPLE_RATE);
    const door = new OutboundClient(this.settings.door ?? DIRECTLY);
    try {
      for (let attempt = 1; ; attempt++) {
        const outcome = await this.attempt(door, this.form(wav, language), signal);
        if ('text' in outcome) return outcome;
        const { problem, cause, retryAfterMs } = outcome;
        const isLast = retryAfterMs === null || attempt === ATTEMPTS;
        const waitMs = Math.max(FIRST_WAIT_MS * 2 ** (attempt - 1), retryAfterMs ?? 0);
        if (isLast || waitMs > LONGEST_WAIT_MS) throw new RecognitionError(problem, { cause });
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
    // Undici encodes the form.
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
      const abort = AbortSignal.any([signal, timeout]);
      const address = `${this.url.replace(/\/+$/, '')}/audio/transcriptions`;
      const response = await door.post(address, message, { signal: abort, timeoutMs });
      return await readResponse(response, timeoutMs);
    } catch (error) {
      signal.throwIfAborted();
      if (timeout.aborted) {
        const problem = 'The speech recognition engine did not respond in time.';
        return { problem, retryAfterMs: null };
      }
      if (error instanceof RecognitionError) throw error;
      const why = toFetchProblem(error);
      const problem = `The speech recognition engine cannot be reached. ${explainToOperator(why, ENDPOINT)}`;
      return { problem, cause: why, retryAfterMs: why.isTransient ? 0 : null };
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

/** The result of a request, or why it failed. */
type Outcome =
  | RecognizedPart
  | {
      readonly problem: string;
      readonly cause?: unknown;
      /** How long to wait before a retry; null when a retry is pointless. */
      readonly retryAfterMs: number | null;
    };

async function readResponse(response: IncomingMessage, idleMs: number): Promise<Outcome> {
  const { statusCode = 0, headers } = response;
  if (statusCode >= 200 && statusCode < 300) return parseResponse(await readText(response, idleMs));
  await discardBody(response);
  const problem = `The speech recognition engine responded with status ${statusCode}.`;
  if (statusCode !== 429 && statusCode < 500) return { problem, retryAfterMs: null };
  return { problem, retryAfterMs: retryAfter(headers['retry-after'], Date.now()) ?? 0 };
}

async function readText(response: IncomingMessage, idleMs: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const onSilence = () => response.destroy(new Error('no data'));
  for await (const chunk of decodedBody(response, { idleMs, onSilence })) {
    bytes += chunk.length;
    if (bytes > MAX_RESPONSE_BYTES) {
      throw new RecognitionError('The response of the speech recognition engine is too long.');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** `verbose_json`: `{text, language?, words?: [{word, start, end}]}`, times in seconds. */
function parseResponse(body: string): RecognizedPart {
  let response: unknown;
  try {
    response = JSON.parse(body);
  } catch {
    response = null;
  }
  const { text, language, words } = (response ?? {}) as Record<string, unknown>;
  if (typeof text !== 'string') {
    throw new RecognitionError(
      'The response of the speech recognition engine does not contain a text.',
    );
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
