import { CEPSTRA, type ModelDefinition } from './sphinx-model.js';
import { BackgroundModel } from './background-model.js';
import { buildScriptGraph } from './script-graph.js';
import { FEATURES, writeFeatures } from './cepstra.js';
import type { TraceEntry } from './traceback.js';
import { ScriptSearch } from './script-search.js';
import type { ScriptToken, SearchCosts } from './types.js';

/** Scores senones for one frame after another. */
export interface FrameScorer {
  /** Numbers of the senones to score. */
  readonly senones: Uint16Array;
  readonly scores: Float32Array;
  setFrame(features: Float32Array): void;
  /** Scores the first `count` of `list` into `scores`. */
  score(count: number): void;
}

export interface AlignmentModel {
  readonly definition: ModelDefinition;
  readonly transitions: Float32Array;
  readonly scorer: FrameScorer;
}

/** Chosen on recordings of ten voices, with right and wrong scripts (`npm run bench:timing`). */
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
/** Paths that are this much worse than the best one, in nats, are given up. */
const BEAM = 300;

/**
 * Lays a script over speech: what is heard when, in frames.
 *
 * @param cepstra of the frames, without their mean
 * @param voiced whether somebody speaks in a frame
 */
export function alignScript(
  cepstra: Float32Array,
  tokens: readonly ScriptToken[],
  model: AlignmentModel,
  voiced: (frame: number) => boolean,
): { readonly passages: readonly TraceEntry[]; readonly score: number } {
  const { definition, transitions, scorer } = model;
  const graph = buildScriptGraph(tokens, definition, COSTS);
  const search = new ScriptSearch(graph, definition, transitions, COSTS, BEAM);
  const background = new BackgroundModel(definition, transitions);
  const first = background.senones.length;
  scorer.senones.set(background.senones);
  const places = new Int32Array(definition.senoneCount).fill(-1);
  const stamps = new Int32Array(definition.senoneCount).fill(-1);
  const frames = cepstra.length / CEPSTRA;
  const features = new Float32Array(FEATURES);
  for (let frame = 0; frame < frames; frame++) {
    let count = first;
    search.forEachNeededSenone((senone) => {
      if (stamps[senone] === frame) return;
      stamps[senone] = frame;
      places[senone] = count;
      scorer.senones[count++] = senone;
    });
    writeFeatures(cepstra, frame, features);
    scorer.setFrame(features);
    scorer.score(count);
    const gain = background.step(scorer.scores);
    search.step((senone) => scorer.scores[places[senone]!]! - gain, voiced(frame));
  }
  return search.finish();
}
