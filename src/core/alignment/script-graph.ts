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

/** Pairs of words that may meet at a hub; more of them meet without knowing each other's phones. */
const MAX_PAIRS = 24;

/** Builds the graph of a script, phones in the context of their neighbours across words. */
export function buildScriptGraph(
  tokens: readonly ScriptToken[],
  model: ModelDefinition,
  costs: SearchCosts,
): ScriptGraph {
  return new GraphBuilder(model, costs).build(tokens);
}

interface PlacedPronunciation {
  readonly phones: Pronunciation;
  readonly token: number;
}

interface PlacedWord {
  readonly from: number;
  readonly to: number;
  readonly placed: PlacedPronunciation;
}

/** A phone at the edge of a word, among the phones around it. */
interface Edge {
  readonly phone: number;
  readonly left: number;
  readonly right: number;
  readonly position: Position;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Pronunciations that end, and that begin, at a hub. */
interface Meeting {
  readonly ending: PlacedPronunciation[];
  readonly beginning: PlacedPronunciation[];
}

class GraphBuilder {
  private readonly nodes: GraphNode[] = [];
  private readonly hubs: WordBoundary[] = [];
  private readonly meetings: Meeting[] = [];
  /** Hubs at which a doubtful word stands. */
  private readonly unread = new Set<number>();
  private readonly words: PlacedWord[] = [];

  constructor(
    private readonly model: ModelDefinition,
    private readonly costs: SearchCosts,
  ) {}

  build(tokens: readonly ScriptToken[]): ScriptGraph {
    let from = this.addHub();
    tokens.forEach((token, index) => {
      from = this.addToken(token, index, from);
    });
    this.hubs.forEach((hub, index) => this.addFillers(hub, index));
    this.addWords();
    return { nodes: this.nodes, boundaries: this.hubs };
  }

  private addHub(): number {
    this.meetings.push({ ending: [], beginning: [] });
    return this.hubs.push({ entries: [], skip: null }) - 1;
  }

  /** @returns the hub after the token */
  private addToken({ readings, isDoubtful }: ScriptToken, token: number, from: number): number {
    const said = readings.filter((reading) => reading.length > 0);
    if (isDoubtful) this.unread.add(from);
    if (said.length === 0) return from;
    // Inner hubs come before the one after the token, so that all are in order.
    const chains = said.map((reading) => reading.slice(1).map(() => this.addHub()));
    const to = this.addHub();
    said.forEach((reading, index) => {
      const stops = [from, ...chains[index]!, to];
      reading.forEach((word, position) => {
        for (const phones of word) {
          this.addWord(stops[position]!, stops[position + 1]!, { phones, token });
        }
      });
    });
    const { skip, skipMore, skipDoubtful } = this.costs;
    const silent = said.length < readings.length;
    const first = silent ? 0 : isDoubtful ? skipDoubtful : skip;
    this.hubs[from]!.skip = { to, first, more: Math.min(first, skipMore) };
    return to;
  }

  private addWord(from: number, to: number, placed: PlacedPronunciation): void {
    this.words.push({ from, to, placed });
    this.meetings[from]!.beginning.push(placed);
    this.meetings[to]!.ending.push(placed);
  }

  private addFillers(hub: WordBoundary, index: number): void {
    const { silence } = this.model;
    const pause = this.addNode({
      phone: silence,
      label: SILENCE,
      boundary: index,
      sequence: this.model.contextSequence(silence, silence, silence, POSITION.single),
    });
    hub.entries.push({ node: pause, cost: this.costs.silence });
    const { otherSpeechFrame, doubtfulSpeechFrame } = this.costs;
    const other = this.addNode({
      sequence: -1,
      phone: -1,
      label: OTHER_SPEECH,
      boundary: index,
      frameCost: this.unread.has(index) ? doubtfulSpeechFrame : otherSpeechFrame,
    });
    hub.entries.push({ node: other, cost: this.costs.otherSpeech });
  }

  private addNode(node: Omit<GraphNode, 'next' | 'frameCost'> & { frameCost?: number }): number {
    return this.nodes.push({ frameCost: 0, ...node, next: [] }) - 1;
  }

  private addWords(): void {
    const meetings = new Meetings();
    for (const word of this.words) {
      const edges = this.edgesOf(word).map((edge) => ({ ...edge, node: this.addEdge(word, edge) }));
      for (const { node, left, right, phone, isFirst, isLast } of edges) {
        if (isFirst && left !== this.model.silence) {
          meetings.begins(node, { hub: word.from, left, right: phone });
        }
        if (isLast && right !== this.model.silence) {
          meetings.ends(node, { hub: word.to, left: phone, right });
        }
      }
      this.linkInside(word.placed.phones, edges);
    }
    meetings.join(this.nodes);
  }

  /** The first and the last phone of a word, in each context that they may have. */
  private edgesOf({ from, to, placed: { phones } }: PlacedWord): Edge[] {
    const before = this.contexts(from, ({ ending }) => ending.map((p) => p.phones.at(-1)!));
    const after = this.contexts(to, ({ beginning }) => beginning.map((p) => p.phones[0]!));
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

  private addEdge({ from, to, placed }: PlacedWord, edge: Edge): number {
    const { phone, left, right, position, isFirst, isLast } = edge;
    const { silence } = this.model;
    const node = this.addNode({
      phone,
      label: isFirst ? placed.token : NO_LABEL,
      boundary: isLast && right === silence ? to : -1,
      sequence: this.model.contextSequence(phone, left, right, position),
    });
    if (isFirst && left === silence) this.hubs[from]!.entries.push({ node, cost: 0 });
    return node;
  }

  /** Adds the phones between the first and the last, one node each, and leads from each to the next. */
  private linkInside(phones: Pronunciation, edges: readonly (Edge & { node: number })[]): void {
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

  /** The phones that may be heard on the other side of a hub, silence among them. */
  private contexts(hub: number, phonesOf: (meeting: Meeting) => number[]): number[] {
    const meeting = this.meetings[hub]!;
    const { silence } = this.model;
    if (meeting.ending.length * meeting.beginning.length > MAX_PAIRS) return [silence];
    return [...new Set([silence, ...phonesOf(meeting)])];
  }
}

/** Where one word ends and another begins without a pause. */
interface Junction {
  readonly hub: number;
  /** The last phone of the one, and the first of the other. */
  readonly left: number;
  readonly right: number;
}

/** Nodes that end words and nodes that begin words, each made for a phone of the other side. */
class Meetings {
  private readonly beginning = new Map<string, number[]>();
  private readonly ending: { readonly node: number; readonly key: string }[] = [];

  begins(node: number, junction: Junction): void {
    const key = keyOf(junction);
    const known = this.beginning.get(key);
    if (known) known.push(node);
    else this.beginning.set(key, [node]);
  }

  ends(node: number, junction: Junction): void {
    this.ending.push({ node, key: keyOf(junction) });
  }

  join(nodes: readonly GraphNode[]): void {
    for (const { node, key } of this.ending) {
      nodes[node]!.next.push(...(this.beginning.get(key) ?? []));
    }
  }
}

function keyOf({ hub, left, right }: Junction): string {
  return `${hub} ${left} ${right}`;
}
