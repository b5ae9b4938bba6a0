import { BackgroundModel } from './background-model.js';
import { CEPSTRA, type ModelDefinition } from './sphinx-model.js';
import { buildScriptGraph } from './script-graph.js';
import { FEATURES, writeFeatures } from './cepstra.js';
import { type AlignmentPath, ScriptSearch } from './script-search.js';
import type { ScriptToken, SearchCosts } from './types.js';

/** Scores senones for one frame after another. */
export interface FrameScorer {
  /** Numbers of the senones to score. */
  readonly senones: Uint16Array;
  readonly scores: Float32Array;
  /** Frames that are set together. */
  readonly framesAtOnce: number;
  /** @param features `FEATURES` values of each of `framesAtOnce` frames */
  setFrames(features: Float32Array): void;
  /** Scores the first `count` entries of `senones` into `scores`, in one of the frames that were set. */
  score(count: number, frame: number): void;
}

export interface AlignmentModel {
  readonly definition: ModelDefinition;
  readonly transitions: Float32Array;
  readonly scorer: FrameScorer;
}

/** Tuned on recordings of ten voices with right and wrong scripts (`npm run bench:timing`). */
const COSTS: SearchCosts = {
  silence: 3,
  otherSpeech: 20,
  otherSpeechFrame: 3,
  doubtfulSpeechFrame: 2.5,
  skip: 120,
  skipMore: 10,
  skipDoubtful: 20,
  silenceInSpeech: 4,
  speechInPause: 1,
};
/** The search drops paths that score this much less than the best one, in nats. */
const BEAM = 300;

/**
 * Aligns a script to speech.
 *
 * @param cepstra of the frames, with their mean subtracted
 * @param isVoiced whether a frame has voice activity
 * @returns which token, pause or other speech starts in which frame
 */
export function alignScript(
  cepstra: Float32Array,
  tokens: readonly ScriptToken[],
  model: AlignmentModel,
  isVoiced: (frame: number) => boolean,
): AlignmentPath {
  const { definition, transitions, scorer } = model;
  const graph = buildScriptGraph(tokens, definition, COSTS);
  const search = new ScriptSearch(graph, model, { costs: COSTS, beam: BEAM });
  const background = new BackgroundModel(definition, transitions);
  const first = background.senones.length;
  scorer.senones.set(background.senones);
  const places = new Int32Array(definition.senoneCount).fill(-1);
  const stamps = new Int32Array(definition.senoneCount).fill(-1);
  const frames = cepstra.length / CEPSTRA;
  const { framesAtOnce } = scorer;
  const features = new Float32Array(framesAtOnce * FEATURES);
  for (let frame = 0; frame < frames; frame++) {
    const inSet = frame % framesAtOnce;
    if (inSet === 0) {
      for (let next = 0; next < framesAtOnce; next++)
        writeFeatures(cepstra, frame + next, features.subarray(next * FEATURES));
      scorer.setFrames(features);
    }
    let count = first;
    search.forEachNeededSenone((senone) => {
      if (stamps[senone] === frame) return;
      stamps[senone] = frame;
      places[senone] = count;
      scorer.senones[count++] = senone;
    });
    scorer.score(count, inSet);
    const gain = background.step(scorer.scores);
    search.step((senone) => scorer.scores[places[senone]!]! - gain, isVoiced(frame));
  }
  return search.finish();
}
