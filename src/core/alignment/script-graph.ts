import { POSITION, type ModelDefinition } from './acoustic-model.js';

/** Ids of phones, in order; at least one. */
export type Pronunciation = readonly number[];
/** The ways one spoken word is pronounced. */
export type SpokenWord = readonly Pronunciation[];
/** The spoken words that a written word may stand for: "1,250" as "twelve fifty", for one. */
export type Reading = readonly SpokenWord[];

/** A written word and all that may be said for it. */
export interface ScriptToken {
  /** Without any, or with only an empty one, the word has no sound. */
  readonly readings: readonly Reading[];
  /** True when none of the readings may be what is said, as of a name or an address. */
  readonly doubtful: boolean;
}

/** Labels of what is no word of the script. */
export const SILENCE = -1;
export const OTHER_SPEECH = -2;
/** Of a node inside a word. */
export const NO_LABEL = -3;

/** Costs in nats, relative to what the background model gains. */
export interface SearchCosts {
  readonly silence: number;
  /** Other speech begins between two words. */
  readonly otherSpeech: number;
  /** Each frame of it. */
  readonly otherSpeechFrame: number;
  /** Each frame of it where a doubtful word stands. */
  readonly unreadFrame: number;
  /** A word is not said; the first of several. */
  readonly skip: number;
  /** Each further one. */
  readonly skipMore: number;
  /** Each frame of silence where somebody speaks, and of words where nobody does. */
  readonly silenceInSpeech: number;
  readonly speechInPause: number;
  /** A doubtful word is not said as it is read. */
  readonly skipDoubtful: number;
}

/** A node's phone has three states; other speech has one. */
export interface GraphNode {
  /** Start of its senones in the model's sequences; -1: other speech. */
  readonly sequence: number;
  readonly phone: number;
  /** What begins with it: a token's index, `SILENCE`, `OTHER_SPEECH`, or nothing. */
  readonly label: number;
  readonly next: number[];
  /** What a frame of other speech costs. */
  readonly frameCost: number;
  /** Where it leads when it ends a word in silence's context; -1: nowhere. */
  hub: number;
}

/** Where words meet: any way into it leads to any way out of it. Hubs are in order. */
export interface Hub {
  readonly entries: { readonly node: number; readonly cost: number }[];
  /** Past the token that begins here: to which hub, and what it costs. */
  skip: { readonly to: number; readonly first: number; readonly more: number } | null;
}

/** What a script may sound like. */
export interface ScriptGraph {
  readonly nodes: readonly GraphNode[];
  readonly hubs: readonly Hub[];
}

/** Pairs of words that may meet at a hub; more of them meet without knowing each other's phones. */
const MOST_PAIRS = 24;

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

/** Pronunciations that end, and that begin, at a hub. */
interface Meeting {
  readonly ending: PlacedPronunciation[];
  readonly beginning: PlacedPronunciation[];
}

class GraphBuilder {
  private readonly nodes: GraphNode[] = [];
  private readonly hubs: Hub[] = [];
  private readonly meetings: Meeting[] = [];
  /** Hubs at which a doubtful word stands. */
  private readonly unread = new Set<number>();
  private readonly words: { from: number; to: number; placed: PlacedPronunciation }[] = [];

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
    return { nodes: this.nodes, hubs: this.hubs };
  }

  private addHub(): number {
    this.meetings.push({ ending: [], beginning: [] });
    return this.hubs.push({ entries: [], skip: null }) - 1;
  }

  /** @returns the hub after the token */
  private addToken({ readings, doubtful }: ScriptToken, token: number, from: number): number {
    const said = readings.filter((reading) => reading.length > 0);
    if (doubtful) this.unread.add(from);
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
    const first = silent ? 0 : doubtful ? skipDoubtful : skip;
    this.hubs[from]!.skip = { to, first, more: Math.min(first, skipMore) };
    return to;
  }

  private addWord(from: number, to: number, placed: PlacedPronunciation): void {
    this.words.push({ from, to, placed });
    this.meetings[from]!.beginning.push(placed);
    this.meetings[to]!.ending.push(placed);
  }

  private addFillers(hub: Hub, index: number): void {
    const { silence } = this.model;
    const pause = this.addNode({
      ...{ phone: silence, label: SILENCE, hub: index },
      sequence: this.model.sequenceOf(silence, silence, silence, POSITION.single),
    });
    hub.entries.push({ node: pause, cost: this.costs.silence });
    const { otherSpeechFrame, unreadFrame } = this.costs;
    const other = this.addNode({
      ...{ sequence: -1, phone: -1, label: OTHER_SPEECH, hub: index },
      frameCost: this.unread.has(index) ? unreadFrame : otherSpeechFrame,
    });
    hub.entries.push({ node: other, cost: this.costs.otherSpeech });
  }

  private addNode(node: Omit<GraphNode, 'next' | 'frameCost'> & { frameCost?: number }): number {
    return this.nodes.push({ frameCost: 0, ...node, next: [] }) - 1;
  }

  private addWords(): void {
    const { silence } = this.model;
    /** First nodes by the hub, the phone and the phone before it; last nodes alike. */
    const firsts = new Map<string, number[]>();
    const lasts: { key: string; node: number }[] = [];
    for (const { from, to, placed } of this.words) {
      const { phones, token } = placed;
      const before = this.contexts(from, ({ ending }) => ending.map((p) => p.phones.at(-1)!));
      const after = this.contexts(to, ({ beginning }) => beginning.map((p) => p.phones[0]!));
      const inner = this.addInner(phones);
      for (const [side, contexts] of [['first', before] as const, ['last', after] as const]) {
        if (phones.length === 1 && side === 'last') continue;
        for (const context of contexts) {
          const others = phones.length === 1 ? after : [side === 'first' ? phones[1]! : context];
          for (const other of others) {
            const isFirst = side === 'first';
            const phone = isFirst ? phones[0]! : phones.at(-1)!;
            const left = isFirst ? context : phones.at(-2)!;
            const right = isFirst ? other : context;
            const position =
              phones.length === 1 ? POSITION.single : isFirst ? POSITION.begin : POSITION.end;
            const ends = !isFirst || phones.length === 1;
            const node = this.addNode({
              ...{ phone, label: isFirst ? token : NO_LABEL },
              ...{ hub: ends && right === silence ? to : -1 },
              sequence: this.model.sequenceOf(phone, left, right, position),
            });
            if (isFirst) {
              if (left === silence) this.hubs[from]!.entries.push({ node, cost: 0 });
              else push(firsts, `${from} ${phone} ${left}`, node);
              inner.first.push(node);
            }
            if (ends) {
              if (right !== silence) lasts.push({ key: `${to} ${right} ${phone}`, node });
              inner.last.push(node);
            }
          }
        }
      }
      inner.link(this.nodes);
    }
    for (const { key, node } of lasts) this.nodes[node]!.next.push(...(firsts.get(key) ?? []));
  }

  /** The phones that may be heard on the other side of a hub, silence among them. */
  private contexts(hub: number, phonesOf: (meeting: Meeting) => number[]): number[] {
    const meeting = this.meetings[hub]!;
    const { silence } = this.model;
    if (meeting.ending.length * meeting.beginning.length > MOST_PAIRS) return [silence];
    return [...new Set([silence, ...phonesOf(meeting)])];
  }

  /** The phones between the first and the last, one node each. */
  private addInner(phones: Pronunciation) {
    const middle = phones.slice(1, -1).map((phone, index) =>
      this.addNode({
        ...{ phone, label: NO_LABEL, hub: -1 },
        sequence: this.model.sequenceOf(
          phone,
          phones[index]!,
          phones[index + 2]!,
          POSITION.internal,
        ),
      }),
    );
    const first: number[] = [];
    const last: number[] = [];
    const link = (nodes: GraphNode[]) => {
      if (phones.length === 1) return;
      const rows = [first, ...middle.map((node) => [node]), last];
      rows.slice(0, -1).forEach((row, index) => {
        for (const node of row) nodes[node]!.next.push(...rows[index + 1]!);
      });
    };
    return { first, last, link };
  }
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
