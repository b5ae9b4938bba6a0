import { SPEECH_SAMPLE_RATE } from '../../core/timing/voice-activity.js';
import type { RecognitionModel } from './detect-model.js';
import { recognizerLanguage } from './recognizer-language.js';
import type { OfflineRecognizer, OfflineResult, Sherpa } from '../models/sherpa.js';

/** The options of a recognition process. */
export interface SherpaEngineOptions {
  readonly model: RecognitionModel;
  /** Path of the voice activity model; null to recognize all sound. */
  readonly voiceActivity: string | null;
  readonly threads: number;
}

/** The recognized text, and its tokens with their starts in ms. */
export interface RecognizedTokens {
  readonly text: string;
  readonly language: string | null;
  readonly tokens: readonly { readonly text: string; readonly startMs: number }[];
}

const VAD_WINDOW = 512;
/** Intervals of speech closer than this are recognized together, because words need their sentence. */
const JOIN_SAMPLES = SPEECH_SAMPLE_RATE;
/** Sound kept around speech, because its first and last consonants are quiet. */
const EDGE_SAMPLES = SPEECH_SAMPLE_RATE / 5;

/** Recognizes speech with a model in sherpa-onnx, in one language at a time. */
export class SherpaEngine {
  private loaded: { language: string | null; recognizer: Promise<OfflineRecognizer> } | null = null;

  constructor(
    private readonly sherpa: Sherpa,
    private readonly options: SherpaEngineOptions,
  ) {}

  /**
   * @param samples mono at 16 kHz, no longer than the model takes
   * @param language BCP 47, or `auto`
   */
  async recognize(samples: Float32Array, language: string): Promise<RecognizedTokens> {
    const recognizer = await this.recognizerFor(language);
    const parts: RecognizedTokens[] = [];
    for (const { start, end } of this.speechIn(samples)) {
      const stream = recognizer.createStream();
      stream.acceptWaveform({ samples: samples.slice(start, end), sampleRate: SPEECH_SAMPLE_RATE });
      parts.push(toTokens(await recognizer.decodeAsync(stream), start));
    }
    return {
      text: parts.map(({ text }) => text).join(' '),
      language: parts.find((part) => part.language !== null)?.language ?? null,
      tokens: parts.flatMap(({ tokens }) => tokens),
    };
  }

  /** A recognizer is bound to its language; another language needs another one. */
  private recognizerFor(requested: string): Promise<OfflineRecognizer> {
    const { model, threads } = this.options;
    const language = recognizerLanguage(model.languageMember, requested);
    if (this.loaded?.language === language) return this.loaded.recognizer;
    const { languageMember, config } = model;
    const withLanguage =
      languageMember === null
        ? config
        : { ...config, [languageMember]: { ...(config[languageMember] as object), language } };
    const recognizer = this.sherpa.OfflineRecognizer.createAsync({
      featConfig: { sampleRate: SPEECH_SAMPLE_RATE, featureDim: 80 },
      modelConfig: { ...withLanguage, numThreads: threads, provider: 'cpu', debug: 0 },
    });
    this.loaded = { language, recognizer };
    return recognizer;
  }

  /** Returns the intervals of speech, in samples; the whole sound without a voice activity model. */
  private speechIn(samples: Float32Array): { start: number; end: number }[] {
    const model = this.options.voiceActivity;
    if (model === null) return [{ start: 0, end: samples.length }];
    const seconds = Math.ceil(samples.length / SPEECH_SAMPLE_RATE) + 1;
    const sileroVad = {
      model,
      threshold: 0.5,
      minSilenceDuration: 0.3,
      minSpeechDuration: 0.1,
      windowSize: VAD_WINDOW,
      maxSpeechDuration: seconds,
    };
    const vad = new this.sherpa.Vad(
      { sileroVad, sampleRate: SPEECH_SAMPLE_RATE, numThreads: 1 },
      seconds,
    );
    const intervals: { start: number; end: number }[] = [];
    const collect = () => {
      for (; !vad.isEmpty(); vad.pop()) {
        const { start, samples: voiced } = vad.front(false);
        const from = Math.max(0, start - EDGE_SAMPLES);
        const end = Math.min(samples.length, start + voiced.length + EDGE_SAMPLES);
        const last = intervals.at(-1);
        if (last && from - last.end < JOIN_SAMPLES) last.end = end;
        else intervals.push({ start: from, end });
      }
    };
    for (let at = 0; at + VAD_WINDOW <= samples.length; at += VAD_WINDOW) {
      vad.acceptWaveform(samples.slice(at, at + VAD_WINDOW));
      collect();
    }
    vad.flush();
    collect();
    return intervals;
  }
}

function toTokens({ text, lang, tokens = [], timestamps = [] }: OfflineResult, start: number) {
  const startMs = (start / SPEECH_SAMPLE_RATE) * 1000;
  const language = (lang ?? '').replace(/[<|>]/g, '');
  return {
    text: text.trim(),
    language: language === '' ? null : language,
    tokens:
      tokens.length === timestamps.length
        ? tokens.map((token, index) => ({
            text: token,
            startMs: startMs + timestamps[index]! * 1000,
          }))
        : [],
  };
}
