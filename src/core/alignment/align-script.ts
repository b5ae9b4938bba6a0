import { FEATURES } from './cepstra.js';
import type { ModelDefinition } from './acoustic-model.js';
import { Background } from './background.js';
import { buildScriptGraph, type ScriptToken, type SearchCosts } from './script-graph.js';
import { ScriptSearch, type Passage } from './script-search.js';

/** Scores senones for one frame after another. */
export interface FrameScorer {
  /** Numbers of the senones to score. */
  readonly list: Uint16Array;
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
  otherSpeechFrame: 4,
  unreadFrame: 3,
  skip: 120,
  skipMore: 10,
  skipDoubtful: 20,
  silenceInSpeech: 4,
  speechInPause: 1,
};
const BEAM = 300;

/** Lays a script over the features of speech: what is heard when, in frames. */
export function alignScript(
  features: Float32Array,
  tokens: readonly ScriptToken[],
  model: AlignmentModel,
  voiced: (frame: number) => boolean,
  costs = COSTS,
  beam = BEAM,
): { readonly passages: readonly Passage[]; readonly score: number } {
  const { definition, transitions, scorer } = model;
  const graph = buildScriptGraph(tokens, definition, costs);
  const search = new ScriptSearch(graph, definition, transitions, costs, beam);
  const background = new Background(definition, transitions);
  const first = background.senones.length;
  scorer.list.set(background.senones);
  const places = new Int32Array(definition.senoneCount).fill(-1);
  const stamps = new Int32Array(definition.senoneCount).fill(-1);
  const frames = Math.floor(features.length / FEATURES);
  for (let frame = 0; frame < frames; frame++) {
    let count = first;
    search.forNeeded((senone) => {
      if (stamps[senone] === frame) return;
      stamps[senone] = frame;
      places[senone] = count;
      scorer.list[count++] = senone;
    });
    scorer.setFrame(features.subarray(frame * FEATURES, (frame + 1) * FEATURES));
    scorer.score(count);
    const gain = background.step(scorer.scores);
    search.step((senone) => scorer.scores[places[senone]!]! - gain, voiced(frame));
  }
  return search.finish();
}
