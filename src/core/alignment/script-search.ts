import { STATES, type ModelDefinition } from './sphinx-model.js';
import { Traceback, type TraceEntry } from './traceback.js';
import { NO_LABEL, type ScriptGraph, type SearchCosts, SILENCE } from './types.js';

const COLUMNS = STATES + 1;

/** Finds the best path through the graph of a script: Viterbi's search with a beam. */
export class ScriptSearch {
  private readonly size: number;
  private readonly senones: Int32Array;
  private readonly stay: Float64Array;
  private readonly leave: Float64Array;
  private readonly scores: Float64Array;
  private readonly traces: Int32Array;
  private readonly entries: Float64Array;
  private readonly entryTraces: Int32Array;
  private readonly listed: Uint8Array;
  private readonly hubScores: Float64Array;
  private readonly hubTraces: Int32Array;
  private readonly skipScores: Float64Array;
  private readonly skipTraces: Int32Array;
  private active: Int32Array;
  private spare: Int32Array;
  private count = 0;
  private readonly passages = new Traceback();
  private frame = 0;
  private firstHub = 0;
  private lastHub = -1;
  private finalTrace = -1;
  private voiced = true;
  private finalScore = -Infinity;

  constructor(
    private readonly graph: ScriptGraph,
    model: ModelDefinition,
    transitions: Float32Array,
    private readonly costs: SearchCosts,
    private readonly beam: number,
  ) {
    const { nodes, boundaries } = graph;
    const size = nodes.length;
    this.size = size;
    this.senones = new Int32Array(size * STATES).fill(-1);
    this.stay = new Float64Array(size * STATES);
    this.leave = new Float64Array(size * STATES);
    nodes.forEach(({ sequence, phone }, node) => {
      if (sequence < 0) return;
      for (let state = 0; state < STATES; state++) {
        const row = (phone * STATES + state) * COLUMNS + state;
        this.senones[node * STATES + state] = model.senones[sequence + state]!;
        this.stay[node * STATES + state] = transitions[row]!;
        this.leave[node * STATES + state] = transitions[row + 1]!;
      }
    });
    this.scores = new Float64Array(size * STATES).fill(-Infinity);
    this.traces = new Int32Array(size * STATES).fill(-1);
    this.entries = new Float64Array(size).fill(-Infinity);
    this.entryTraces = new Int32Array(size).fill(-1);
    this.listed = new Uint8Array(size);
    this.active = new Int32Array(size);
    this.spare = new Int32Array(size);
    this.hubScores = new Float64Array(boundaries.length).fill(-Infinity);
    this.hubTraces = new Int32Array(boundaries.length).fill(-1);
    this.skipScores = new Float64Array(boundaries.length).fill(-Infinity);
    this.skipTraces = new Int32Array(boundaries.length).fill(-1);
    this.arriveAt(0, 0, -1);
    this.passHubs(-beam);
  }

  /** Calls back with each senone that the next frame needs, some of them more than once. */
  forEachNeededSenone(need: (senone: number) => void): void {
    for (let index = 0; index < this.count; index++) {
      const at = this.active[index]! * STATES;
      if (this.senones[at]! < 0) continue;
      for (let state = 0; state < STATES; state++) need(this.senones[at + state]!);
    }
  }

  /**
   * Takes one frame.
   *
   * @param scoreOf score of a senone that was asked for, over the background
   */
  step(scoreOf: (senone: number) => number, voiced: boolean): void {
    this.voiced = voiced;
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
    for (let index = 0; index < count; index++) this.listed[nodes[index]!] = 0;
    for (let index = 0; index < count; index++) this.leaveNode(nodes[index]!, limit);
    this.passHubs(limit);
    if (this.passages.isNearlyFull) this.dropLostPassages();
  }

  /** Passages that no path goes through any more are most of them. */
  private dropLostPassages(): void {
    const { traces, entryTraces } = this;
    const isNode = new Uint8Array(this.size);
    for (let index = 0; index < this.count; index++) isNode[this.active[index]!] = 1;
    for (let node = 0; node < this.size; node++) {
      if (isNode[node]) continue;
      entryTraces[node] = -1;
      traces.fill(-1, node * STATES, (node + 1) * STATES);
    }
    this.passages.prune([traces, entryTraces]);
  }

  /** The best path to the end of the script, and its score. */
  finish(): { readonly passages: readonly TraceEntry[]; readonly score: number } {
    this.finalScore = -Infinity;
    this.finalTrace = -1;
    // At the end whatever is left of the script may be skipped, however much it is.
    for (let node = 0; node < this.size; node++) this.leaveNode(node, -Infinity);
    this.passHubs(-Infinity);
    return { passages: this.passages.pathTo(this.finalTrace), score: this.finalScore };
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
        this.graph.nodes[node]!.frameCost + (this.voiced ? 0 : this.costs.speechInPause));
    }
    const isPause = this.graph.nodes[node]!.label === SILENCE;
    const misplaced =
      isPause === this.voiced
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

  /** The trace of a path that has come into a node; one into a word is noted. */
  private recordEntry(node: number, score: number): number {
    const { label } = this.graph.nodes[node]!;
    const trace = this.entryTraces[node]!;
    if (label === NO_LABEL) return trace;
    return this.passages.add({ label, frame: this.frame - 1, score }, trace);
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
    if (boundary >= 0) this.arriveAt(boundary, score, trace);
  }

  private list(node: number): void {
    if (this.listed[node]) return;
    this.listed[node] = 1;
    this.active[this.count++] = node;
  }

  private enter(node: number, score: number, trace: number): void {
    if (score <= this.entries[node]!) return;
    this.entries[node] = score;
    this.entryTraces[node] = trace;
    this.list(node);
  }

  private arriveAt(hub: number, score: number, trace: number): void {
    if (score <= this.hubScores[hub]!) return;
    this.hubScores[hub] = score;
    this.hubTraces[hub] = trace;
    if (hub > this.lastHub) this.lastHub = hub;
    if (hub < this.firstHub) this.firstHub = hub;
  }

  /** Leads paths that came to hubs on into words, past words, or into what is no word. */
  private passHubs(limit: number): void {
    const { boundaries } = this.graph;
    for (let index = this.firstHub; index <= this.lastHub; index++) {
      const { entries, skip } = boundaries[index]!;
      const skipped = this.skipScores[index]! > this.hubScores[index]!;
      const score = skipped ? this.skipScores[index]! : this.hubScores[index]!;
      if (score >= limit && score > -Infinity) {
        const trace = skipped ? this.skipTraces[index]! : this.hubTraces[index]!;
        if (index === boundaries.length - 1) {
          this.finalTrace = trace;
          this.finalScore = score;
        }
        for (const { node, cost } of entries) {
          if (score - cost >= limit) this.enter(node, score - cost, trace);
        }
        if (skip) this.skipTo(skip, index);
      }
      this.hubScores[index] = -Infinity;
      this.skipScores[index] = -Infinity;
    }
    this.firstHub = boundaries.length;
    this.lastHub = -1;
  }

  private skipTo(skip: { to: number; first: number; more: number }, from: number): void {
    const first = this.hubScores[from]! - skip.first;
    const more = this.skipScores[from]! - skip.more;
    const score = Math.max(first, more);
    if (score <= this.skipScores[skip.to]!) return;
    this.skipScores[skip.to] = score;
    this.skipTraces[skip.to] = first > more ? this.hubTraces[from]! : this.skipTraces[from]!;
    if (skip.to > this.lastHub) this.lastHub = skip.to;
  }
}
