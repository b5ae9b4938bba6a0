import { SPEECH_SAMPLE_RATE } from '../../core/timing/voice-activity.js';
import type { RecognitionModel } from './detect-model.js';
import { recognizerLanguage } from './recognizer-language.js';
import type { OfflineRecognizer, OfflineResult, Sherpa } from './sherpa.js';

/** What a process of recognition is started with. */
export interface SherpaEngineOptions {
  readonly model: RecognitionModel;
  /** Path of silero's model, or null: all sound is listened to. */
  readonly voiceActivity: string | null;
  readonly threads: number;
}

/** What was heard: pieces of words with the times at which they begin, in ms. */
export interface RecognizedTokens {
  readonly text: string;
  readonly language: string | null;
  readonly tokens: readonly { readonly text: string; readonly startMs: number }[];
}

const VAD_WINDOW = 512;
/** Stretches of speech nearer than this are heard together, as words need their sentence. */
const JOIN_SAMPLES = SPEECH_SAMPLE_RATE;
/** Sound kept around speech: its first and last consonants are quiet. */
const EDGE_SAMPLES = SPEECH_SAMPLE_RATE / 5;

/** Recognition by a model that sherpa-onnx loads; one language at a time. */
export class SherpaEngine {
  private loaded: { language: string | null; recognizer: Promise<OfflineRecognizer> } | null = null;

  constructor(
    private readonly sherpa: Sherpa,
    private readonly options: SherpaEngineOptions,
  ) {}

  /**
   * @param samples mono at 16 kHz, as long as the model takes
   * @param language BCP 47, or `auto`
   */
  async recognize(samples: Float32Array, language: string): Promise<RecognizedTokens> {
    const recognizer = await this.recognizerFor(language);
    const heard: RecognizedTokens[] = [];
    for (const { start, end } of this.speechIn(samples)) {
      const stream = recognizer.createStream();
      stream.acceptWaveform({ samples: samples.slice(start, end), sampleRate: SPEECH_SAMPLE_RATE });
      heard.push(heardOf(await recognizer.decodeAsync(stream), start));
    }
    return {
      text: heard.map(({ text }) => text).join(' '),
      language: heard.find((part) => part.language !== null)?.language ?? null,
      tokens: heard.flatMap(({ tokens }) => tokens),
    };
  }

  /** A recogniser is made for its language, and made anew for another. */
  private recognizerFor(wanted: string): Promise<OfflineRecognizer> {
    const { model, threads } = this.options;
    const language = recognizerLanguage(model.languageOf, wanted);
    if (this.loaded?.language === language) return this.loaded.recognizer;
    const { languageOf, config } = model;
    const withLanguage =
      languageOf === null
        ? config
        : { ...config, [languageOf]: { ...(config[languageOf] as object), language } };
    const recognizer = this.sherpa.OfflineRecognizer.createAsync({
      featConfig: { sampleRate: SPEECH_SAMPLE_RATE, featureDim: 80 },
      modelConfig: { ...withLanguage, numThreads: threads, provider: 'cpu', debug: 0 },
    });
    this.loaded = { language, recognizer };
    return recognizer;
  }

  /** Stretches of speech, in samples; all of the sound when there is no model to find them with. */
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
    const vad = new this.sherpa.Vad({ sileroVad, sampleRate: SPEECH_SAMPLE_RATE, numThreads: 1 }, seconds);
    const found: { start: number; end: number }[] = [];
    const take = () => {
      for (; !vad.isEmpty(); vad.pop()) {
        const { start, samples: voiced } = vad.front(false);
        const from = Math.max(0, start - EDGE_SAMPLES);
        const end = Math.min(samples.length, start + voiced.length + EDGE_SAMPLES);
        const last = found.at(-1);
        if (last && from - last.end < JOIN_SAMPLES) last.end = end;
        else found.push({ start: from, end });
      }
    };
    for (let at = 0; at + VAD_WINDOW <= samples.length; at += VAD_WINDOW) {
      vad.acceptWaveform(samples.slice(at, at + VAD_WINDOW));
      take();
    }
    vad.flush();
    take();
    return found;
  }
}

function heardOf({ text, lang, tokens = [], timestamps = [] }: OfflineResult, start: number) {
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
