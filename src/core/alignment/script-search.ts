import { STATES, type ModelDefinition } from './sphinx-model.js';
import { Traceback, type TraceEntry } from './traceback.js';
import { NO_LABEL, type ScriptGraph, type SearchCosts, SILENCE, type TokenSkip } from './types.js';

const COLUMNS = STATES + 1;

/** The acoustic model without its Gaussian mixtures. */
export interface SearchModel {
  readonly definition: ModelDefinition;
  readonly transitions: Float32Array;
}

export interface SearchOptions {
  readonly costs: SearchCosts;
  /** The search drops paths that score this much less than the best one, in nats. */
  readonly beam: number;
}

/** The best path through a script, and its score in nats over the background. */
export interface AlignmentPath {
  readonly entries: readonly TraceEntry[];
  readonly score: number;
}

/** Finds the best path through the graph of a script: a Viterbi search with a beam. */
export class ScriptSearch {
  private readonly size: number;
  private readonly costs: SearchCosts;
  private readonly beam: number;
  private readonly senones: Int32Array;
  private readonly stay: Float64Array;
  private readonly leave: Float64Array;
  private readonly scores: Float64Array;
  private readonly traces: Int32Array;
  private readonly entries: Float64Array;
  private readonly entryTraces: Int32Array;
  private readonly isListed: Uint8Array;
  private readonly boundaryScores: Float64Array;
  private readonly boundaryTraces: Int32Array;
  private readonly skipScores: Float64Array;
  private readonly skipTraces: Int32Array;
  private active: Int32Array;
  private spare: Int32Array;
  private count = 0;
  private readonly traceback = new Traceback();
  private frame = 0;
  private firstBoundary = 0;
  private lastBoundary = -1;
  private finalTrace = -1;
  private isVoiced = true;
  private finalScore = -Infinity;

  constructor(
    private readonly graph: ScriptGraph,
    model: SearchModel,
    { costs, beam }: SearchOptions,
  ) {
    const { nodes, boundaries } = graph;
    const size = nodes.length;
    this.size = size;
    this.costs = costs;
    this.beam = beam;
    this.senones = new Int32Array(size * STATES).fill(-1);
    this.stay = new Float64Array(size * STATES);
    this.leave = new Float64Array(size * STATES);
    this.fillStates(model);
    this.scores = new Float64Array(size * STATES).fill(-Infinity);
    this.traces = new Int32Array(size * STATES).fill(-1);
    this.entries = new Float64Array(size).fill(-Infinity);
    this.entryTraces = new Int32Array(size).fill(-1);
    this.isListed = new Uint8Array(size);
    this.active = new Int32Array(size);
    this.spare = new Int32Array(size);
    this.boundaryScores = new Float64Array(boundaries.length).fill(-Infinity);
    this.boundaryTraces = new Int32Array(boundaries.length).fill(-1);
    this.skipScores = new Float64Array(boundaries.length).fill(-Infinity);
    this.skipTraces = new Int32Array(boundaries.length).fill(-1);
    this.reachBoundary(0, 0, -1);
    this.passBoundaries(-beam);
  }

  private fillStates({ definition, transitions }: SearchModel): void {
    this.graph.nodes.forEach(({ sequence, phone }, node) => {
      if (sequence < 0) return;
      for (let state = 0; state < STATES; state++) {
        const row = (phone * STATES + state) * COLUMNS + state;
        this.senones[node * STATES + state] = definition.senones[sequence + state]!;
        this.stay[node * STATES + state] = transitions[row]!;
        this.leave[node * STATES + state] = transitions[row + 1]!;
      }
    });
  }

  /** Calls `need` with each senone that the next frame needs, in part more than once. */
  forEachNeededSenone(need: (senone: number) => void): void {
    for (let index = 0; index < this.count; index++) {
      const at = this.active[index]! * STATES;
      if (this.senones[at]! < 0) continue;
      for (let state = 0; state < STATES; state++) need(this.senones[at + state]!);
    }
  }

  /**
   * Advances all paths by one frame.
   *
   * @param scoreOf score over the background of a senone that `forEachNeededSenone` named
   */
  step(scoreOf: (senone: number) => number, voiced: boolean): void {
    this.isVoiced = voiced;
    this.frame++;
    let best = -Infinity;
    for (let index = 0; index < this.count; index++) {
      best = Math.max(best, this.stepNode(this.active[index]!, scoreOf));
    }
    const limit = best - this.beam;
    const nodes = this.active;
    const count = this.count;
    this.active = this.spare;
    this.spare = nodes;
    this.count = 0;
    for (let index = 0; index < count; index++) this.isListed[nodes[index]!] = 0;
    for (let index = 0; index < count; index++) this.leaveNode(nodes[index]!, limit);
    this.passBoundaries(limit);
    if (this.traceback.isNearlyFull) this.pruneTraceback();
  }

  /** Drops the trace entries that no path uses anymore, which are most of them. */
  private pruneTraceback(): void {
    const { traces, entryTraces } = this;
    const isNode = new Uint8Array(this.size);
    for (let index = 0; index < this.count; index++) isNode[this.active[index]!] = 1;
    for (let node = 0; node < this.size; node++) {
      if (isNode[node]) continue;
      entryTraces[node] = -1;
      traces.fill(-1, node * STATES, (node + 1) * STATES);
    }
    this.traceback.prune([traces, entryTraces]);
  }

  /** Returns the best path to the end of the script. */
  finish(): AlignmentPath {
    this.finalScore = -Infinity;
    this.finalTrace = -1;
    // Without a beam, the rest of the script may be skipped, however long it is.
    for (let node = 0; node < this.size; node++) this.leaveNode(node, -Infinity);
    this.passBoundaries(-Infinity);
    return { entries: this.traceback.pathTo(this.finalTrace), score: this.finalScore };
  }

  private stepNode(node: number, scoreOf: (senone: number) => number): number {
    const { scores, traces } = this;
    const at = node * STATES;
    const entry = this.entries[node]!;
    this.entries[node] = -Infinity;
    if (this.senones[at]! < 0) {
      if (entry > scores[at]!) {
        scores[at] = entry;
        traces[at] = this.recordEntry(node, entry);
      }
      return (scores[at]! -=
        this.graph.nodes[node]!.frameCost + (this.isVoiced ? 0 : this.costs.speechInPause));
    }
    const isPause = this.graph.nodes[node]!.label === SILENCE;
    const misplaced =
      isPause === this.isVoiced
        ? isPause
          ? this.costs.silenceInSpeech
          : this.costs.speechInPause
        : 0;
    let best = -Infinity;
    for (let state = STATES - 1; state >= 0; state--) {
      const here = at + state;
      const stay = scores[here]! + this.stay[here]!;
      const from = state > 0 ? scores[here - 1]! + this.leave[here - 1]! : entry;
      let score = stay;
      if (from > stay) {
        score = from;
        traces[here] = state > 0 ? traces[here - 1]! : this.recordEntry(node, entry);
      }
      score += scoreOf(this.senones[here]!) - misplaced;
      scores[here] = score;
      if (score > best) best = score;
    }
    return best;
  }

  /** Returns the trace of a path that enters a node; entries with a label are recorded. */
  private recordEntry(node: number, score: number): number {
    const { label } = this.graph.nodes[node]!;
    const trace = this.entryTraces[node]!;
    if (label === NO_LABEL) return trace;
    return this.traceback.add({ label, frame: this.frame - 1, score }, trace);
  }

  private leaveNode(node: number, limit: number): void {
    const { scores } = this;
    const at = node * STATES;
    const isPhone = this.senones[at]! >= 0;
    const best = isPhone ? Math.max(scores[at]!, scores[at + 1]!, scores[at + 2]!) : scores[at]!;
    if (best < limit || best === -Infinity) {
      scores.fill(-Infinity, at, at + STATES);
      return;
    }
    this.list(node);
    const last = isPhone ? at + STATES - 1 : at;
    const score = scores[last]! + (isPhone ? this.leave[last]! : 0);
    if (score < limit || score === -Infinity) return;
    const trace = this.traces[last]!;
    const { next, boundary } = this.graph.nodes[node]!;
    for (const target of next) this.enter(target, score, trace);
    if (boundary >= 0) this.reachBoundary(boundary, score, trace);
  }

  private list(node: number): void {
    if (this.isListed[node]) return;
    this.isListed[node] = 1;
    this.active[this.count++] = node;
  }

  private enter(node: number, score: number, trace: number): void {
    if (score <= this.entries[node]!) return;
    this.entries[node] = score;
    this.entryTraces[node] = trace;
    this.list(node);
  }

  private reachBoundary(boundary: number, score: number, trace: number): void {
    if (score <= this.boundaryScores[boundary]!) return;
    this.boundaryScores[boundary] = score;
    this.boundaryTraces[boundary] = trace;
    if (boundary > this.lastBoundary) this.lastBoundary = boundary;
    if (boundary < this.firstBoundary) this.firstBoundary = boundary;
  }

  /** Leads paths at boundaries into words, past words, and into pauses or other speech. */
  private passBoundaries(limit: number): void {
    const { boundaries } = this.graph;
    for (let index = this.firstBoundary; index <= this.lastBoundary; index++) {
      const { entries, skip } = boundaries[index]!;
      const skipped = this.skipScores[index]! > this.boundaryScores[index]!;
      const score = skipped ? this.skipScores[index]! : this.boundaryScores[index]!;
      if (score >= limit && score > -Infinity) {
        const trace = skipped ? this.skipTraces[index]! : this.boundaryTraces[index]!;
        if (index === boundaries.length - 1) {
          this.finalTrace = trace;
          this.finalScore = score;
        }
        for (const { node, cost } of entries) {
          if (score - cost >= limit) this.enter(node, score - cost, trace);
        }
        if (skip) this.skipTo(skip, index);
      }
      this.boundaryScores[index] = -Infinity;
      this.skipScores[index] = -Infinity;
    }
    this.firstBoundary = boundaries.length;
    this.lastBoundary = -1;
  }

  private skipTo(skip: TokenSkip, from: number): void {
    const first = this.boundaryScores[from]! - skip.first;
    const more = this.skipScores[from]! - skip.more;
    const score = Math.max(first, more);
    if (score <= this.skipScores[skip.to]!) return;
    this.skipScores[skip.to] = score;
    this.skipTraces[skip.to] = first > more ? this.boundaryTraces[from]! : this.skipTraces[from]!;
    if (skip.to > this.lastBoundary) this.lastBoundary = skip.to;
  }
}
