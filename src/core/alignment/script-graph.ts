import { POSITION, type ModelDefinition, type Position } from './sphinx-model.js';
import {
  type GraphNode,
  type WordBoundary,
  NO_LABEL,
  OTHER_SPEECH,
  type Pronunciation,
  type ScriptGraph,
  type ScriptToken,
  type SearchCosts,
  SILENCE,
} from './types.js';

/** Pairs of pronunciations that are linked phone by phone at a boundary; beyond that, context is ignored. */
const MAX_PAIRS = 24;

/** Builds the graph of a script, with each phone in the context of its neighbors across words. */
export function buildScriptGraph(
  tokens: readonly ScriptToken[],
  model: ModelDefinition,
  costs: SearchCosts,
): ScriptGraph {
  return new GraphBuilder(model, costs).build(tokens);
}

/** A pronunciation and the index of the token that it belongs to. */
interface TokenPronunciation {
  readonly phones: Pronunciation;
  readonly token: number;
}

/** A pronunciation between two boundaries. */
interface GraphWord {
  readonly from: number;
  readonly to: number;
  readonly pronunciation: TokenPronunciation;
}

/** The first or last phone of a word, with the phones around it. */
interface EdgePhone {
  readonly phone: number;
  readonly left: number;
  readonly right: number;
  readonly position: Position;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** The pronunciations that end and that start at a boundary. */
interface AdjacentWords {
  readonly ending: TokenPronunciation[];
  readonly starting: TokenPronunciation[];
}

class GraphBuilder {
  private readonly nodes: GraphNode[] = [];
  private readonly boundaries: WordBoundary[] = [];
  /** The words around each boundary. */
  private readonly adjacent: AdjacentWords[] = [];
  /** Boundaries at which a doubtful word starts. */
  private readonly doubtful = new Set<number>();
  private readonly words: GraphWord[] = [];

  constructor(
    private readonly model: ModelDefinition,
    private readonly costs: SearchCosts,
  ) {}

  build(tokens: readonly ScriptToken[]): ScriptGraph {
    let from = this.addBoundary();
    tokens.forEach((token, index) => {
      from = this.addToken(token, index, from);
    });
    this.boundaries.forEach((boundary, index) => this.addFillers(boundary, index));
    this.addWords();
    return { nodes: this.nodes, boundaries: this.boundaries };
  }

  private addBoundary(): number {
    this.adjacent.push({ ending: [], starting: [] });
    return this.boundaries.push({ entries: [], skip: null }) - 1;
  }

  /** @returns the boundary after the token */
  private addToken({ readings, isDoubtful }: ScriptToken, token: number, from: number): number {
    const sounding = readings.filter((reading) => reading.length > 0);
    if (isDoubtful) this.doubtful.add(from);
    if (sounding.length === 0) return from;
    // Inner boundaries precede the one after the token, so that all are in script order.
    const chains = sounding.map((reading) => reading.slice(1).map(() => this.addBoundary()));
    const to = this.addBoundary();
    sounding.forEach((reading, index) => {
      const stops = [from, ...chains[index]!, to];
      reading.forEach((word, position) => {
        for (const phones of word) {
          this.addWord(stops[position]!, stops[position + 1]!, { phones, token });
        }
      });
    });
    const { skip, skipMore, skipDoubtful } = this.costs;
    const silent = sounding.length < readings.length;
    const first = silent ? 0 : isDoubtful ? skipDoubtful : skip;
    this.boundaries[from]!.skip = { to, first, more: Math.min(first, skipMore) };
    return to;
  }

  private addWord(from: number, to: number, pronunciation: TokenPronunciation): void {
    this.words.push({ from, to, pronunciation });
    this.adjacent[from]!.starting.push(pronunciation);
    this.adjacent[to]!.ending.push(pronunciation);
  }

  private addFillers(boundary: WordBoundary, index: number): void {
    const { silence } = this.model;
    const pause = this.addNode({
      phone: silence,
      label: SILENCE,
      boundary: index,
      sequence: this.model.contextSequence(silence, silence, silence, POSITION.single),
    });
    boundary.entries.push({ node: pause, cost: this.costs.silence });
    const { otherSpeechFrame, doubtfulSpeechFrame } = this.costs;
    const other = this.addNode({
      sequence: -1,
      phone: -1,
      label: OTHER_SPEECH,
      boundary: index,
      frameCost: this.doubtful.has(index) ? doubtfulSpeechFrame : otherSpeechFrame,
    });
    boundary.entries.push({ node: other, cost: this.costs.otherSpeech });
  }

  private addNode(node: Omit<GraphNode, 'next' | 'frameCost'> & { frameCost?: number }): number {
    return this.nodes.push({ frameCost: 0, ...node, next: [] }) - 1;
  }

  private addWords(): void {
    const links = new CrossWordLinks();
    for (const word of this.words) {
      const edges = this.edgePhonesOf(word).map((edge) => ({
        ...edge,
        node: this.addEdgePhone(word, edge),
      }));
      for (const { node, left, right, phone, isFirst, isLast } of edges) {
        if (isFirst && left !== this.model.silence) {
          links.addStart(node, { boundary: word.from, left, right: phone });
        }
        if (isLast && right !== this.model.silence) {
          links.addEnd(node, { boundary: word.to, left: phone, right });
        }
      }
      this.linkInnerPhones(word.pronunciation.phones, edges);
    }
    links.linkIn(this.nodes);
  }

  /** Lists the first and the last phone of a word in each context that they may have. */
  private edgePhonesOf({ from, to, pronunciation: { phones } }: GraphWord): EdgePhone[] {
    const before = this.contexts(from, ({ ending }) => ending.map((p) => p.phones.at(-1)!));
    const after = this.contexts(to, ({ starting }) => starting.map((p) => p.phones[0]!));
    const [first, last] = [phones[0]!, phones.at(-1)!];
    if (phones.length === 1) {
      const position = POSITION.single;
      const both = { phone: first, position, isFirst: true, isLast: true };
      return before.flatMap((left) => after.map((right) => ({ ...both, left, right })));
    }
    const begin = { phone: first, position: POSITION.begin, isFirst: true, isLast: false };
    const end = { phone: last, position: POSITION.end, isFirst: false, isLast: true };
    return [
      ...before.map((left) => ({ ...begin, left, right: phones[1]! })),
      ...after.map((right) => ({ ...end, left: phones.at(-2)!, right })),
    ];
  }

  private addEdgePhone({ from, to, pronunciation }: GraphWord, edge: EdgePhone): number {
    const { phone, left, right, position, isFirst, isLast } = edge;
    const { silence } = this.model;
    const node = this.addNode({
      phone,
      label: isFirst ? pronunciation.token : NO_LABEL,
      boundary: isLast && right === silence ? to : -1,
      sequence: this.model.contextSequence(phone, left, right, position),
    });
    if (isFirst && left === silence) this.boundaries[from]!.entries.push({ node, cost: 0 });
    return node;
  }

  /** Adds one node for each phone between the first and the last, and links all phones of the word. */
  private linkInnerPhones(
    phones: Pronunciation,
    edges: readonly (EdgePhone & { node: number })[],
  ): void {
    if (phones.length === 1) return;
    const middle = phones.slice(1, -1).map((phone, index) => {
      const [left, right] = [phones[index]!, phones[index + 2]!];
      const sequence = this.model.contextSequence(phone, left, right, POSITION.internal);
      return [this.addNode({ phone, label: NO_LABEL, boundary: -1, sequence })];
    });
    const firsts = edges.filter(({ isFirst }) => isFirst).map(({ node }) => node);
    const lasts = edges.filter(({ isLast }) => isLast).map(({ node }) => node);
    const rows = [firsts, ...middle, lasts];
    rows.slice(0, -1).forEach((row, index) => {
      for (const node of row) this.nodes[node]!.next.push(...rows[index + 1]!);
    });
  }

  /** Lists the phones that may stand on the other side of a boundary, including silence. */
  private contexts(boundary: number, phonesOf: (words: AdjacentWords) => number[]): number[] {
    const words = this.adjacent[boundary]!;
    const { silence } = this.model;
    if (words.ending.length * words.starting.length > MAX_PAIRS) return [silence];
    return [...new Set([silence, ...phonesOf(words)])];
  }
}

/** A boundary where one word follows another without a pause. */
interface Junction {
  readonly boundary: number;
  /** The last phone of the first word, and the first phone of the second. */
  readonly left: number;
  readonly right: number;
}

/** Links nodes that end words to nodes that start words, where each is in the context of the other. */
class CrossWordLinks {
  private readonly starting = new Map<string, number[]>();
  private readonly ending: { readonly node: number; readonly key: string }[] = [];

  addStart(node: number, junction: Junction): void {
    const key = keyOf(junction);
    const known = this.starting.get(key);
    if (known) known.push(node);
    else this.starting.set(key, [node]);
  }

  addEnd(node: number, junction: Junction): void {
    this.ending.push({ node, key: keyOf(junction) });
  }

  linkIn(nodes: readonly GraphNode[]): void {
    for (const { node, key } of this.ending) {
      nodes[node]!.next.push(...(this.starting.get(key) ?? []));
    }
  }
}

function keyOf({ boundary, left, right }: Junction): string {
  return `${boundary} ${left} ${right}`;
}
