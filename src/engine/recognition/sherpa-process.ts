import type { SherpaEngineOptions, RecognizedTokens } from './sherpa-engine.js';
import { SherpaEngine } from './sherpa-engine.js';
import { loadSherpa } from './sherpa.js';

/** One part of speech to be heard. */
export interface RecognitionRequest {
  readonly samples: Float32Array;
  readonly language: string;
}

export type RecognitionAnswer = { readonly heard: RecognizedTokens } | { readonly problem: string };

/**
 * The program of a recognition process: its options are its argument, requests come as messages one
 * at a time. A process of its own because sherpa-onnx ends the one it is in when it does not like a
 * model, and because its memory is given back only when the process ends.
 */
const engine = createEngine(JSON.parse(process.argv[2] ?? '{}') as SherpaEngineOptions);

process.on('disconnect', () => process.exit());
process.on('message', (request: RecognitionRequest) => {
  void answer(request).then((message) => process.send?.(message));
});

function createEngine(options: SherpaEngineOptions): SherpaEngine | null {
  const sherpa = loadSherpa();
  return sherpa && new SherpaEngine(sherpa, options);
}

async function answer({ samples, language }: RecognitionRequest): Promise<RecognitionAnswer> {
  if (engine === null) {
    return {
      problem: 'The package sherpa-onnx-node, which runs speech models, is not installed.',
    };
  }
  try {
    return { heard: await engine.recognize(samples, language) };
  } catch (error) {
    process.stderr.write(`speech recognition: ${String(error)}\n`);
    return { problem: 'The speech recognition model cannot be loaded.' };
  }
}
