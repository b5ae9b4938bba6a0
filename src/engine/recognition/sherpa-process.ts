import type { ModelAnswer } from '../models/model-child.js';
import type { SherpaEngineOptions, RecognizedTokens } from './sherpa-engine.js';
import { SherpaEngine } from './sherpa-engine.js';
import { loadSherpa } from '../models/sherpa.js';

/** A part of speech to recognize. */
export interface RecognitionRequest {
  readonly samples: Float32Array;
  readonly language: string;
}

export type RecognitionAnswer = ModelAnswer<RecognizedTokens>;

/**
 * The program of a recognition process. Its argument contains the options, and requests arrive as messages, one
 * at a time. Recognition needs a separate process because sherpa-onnx exits when it cannot load a model, and
 * because only the end of the process frees its memory.
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
    return { result: await engine.recognize(samples, language) };
  } catch (error) {
    process.stderr.write(`Speech recognition failed: ${String(error)}\n`);
    return { problem: 'The speech recognition model cannot be loaded.' };
  }
}
