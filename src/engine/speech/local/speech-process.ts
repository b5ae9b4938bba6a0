import type { ModelAnswer } from '../../models/model-child.js';
import { loadSherpa, type OfflineTts } from '../../models/sherpa.js';

/** The options of a speech process. */
export interface SpeechProcessOptions {
  /** `model` of the configuration of sherpa-onnx. */
  readonly model: Readonly<Record<string, unknown>>;
  readonly threads: number;
}

/** A sentence to speak. */
export interface SentenceToSpeak {
  readonly text: string;
  /** The number of the voice, from 0. */
  readonly speaker: number;
  readonly speed: number;
}

/** Mono samples, from -1 to 1. */
export interface SpokenSamples {
  readonly samples: Float32Array;
  readonly sampleRate: number;
}

/**
 * The program of a speech process. Its argument contains the options, and sentences arrive as messages, one at a time. A
 * model needs a separate process, because sherpa-onnx exits when it cannot load one, and because only the end of the
 * process frees its memory.
 */
const options = JSON.parse(process.argv[2] ?? '{}') as SpeechProcessOptions;
let loaded: Promise<OfflineTts> | null = null;

process.on('disconnect', () => process.exit());
process.on('message', (sentence: SentenceToSpeak) => {
  void answer(sentence).then((message) => process.send?.(message));
});

async function answer({
  text,
  speaker,
  speed,
}: SentenceToSpeak): Promise<ModelAnswer<SpokenSamples>> {
  const sherpa = loadSherpa();
  if (sherpa === null) {
    return {
      problem: 'The package sherpa-onnx-node, which runs speech models, is not installed.',
    };
  }
  try {
    const { model, threads } = options;
    loaded ??= sherpa.OfflineTts.createAsync({
      model: { ...model, numThreads: threads, provider: 'cpu', debug: 0 },
      maxNumSentences: 1,
    });
    const tts = await loaded;
    if (speaker >= tts.numSpeakers && speaker > 0) {
      return {
        problem: `The model has no voice ${speaker}. Its voices are 0 to ${Math.max(0, tts.numSpeakers - 1)}.`,
      };
    }
    const request = { text, sid: speaker, speed, enableExternalBuffer: false };
    const { samples, sampleRate } = await tts.generateAsync(request);
    return { result: { samples, sampleRate } };
  } catch (error) {
    process.stderr.write(`Speaking failed: ${String(error)}\n`);
    return { problem: 'The voice model cannot be loaded.' };
  }
}
